package io.github.flowcert.compare;

/** Why a descent parts from the flow. */
enum Cause {
  STEP_SIZE("step-size"),
  UNBALANCEDNESS("unbalancedness"),
  ROUNDING("rounding"),
  INSTABILITY("instability"),
  NONE("none");

  private final String word;

  Cause(String word) {
    this.word = word;
  }

  /** The word used in documents. */
  String word() {
    return word;
  }
}
