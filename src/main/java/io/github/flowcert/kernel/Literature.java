package io.github.flowcert.kernel;

/**
 * Facts from the literature on which rules of the kernel rest; facts made by these rules name them.
 */
public enum Literature {
  JACOBI(
      "jacobi",
      "d/dt Det(W) = Det(W) Tr(W^(-1) dW/dt) where W is differentiable and has an inverse",
      "J. R. Magnus and H. Neudecker, Matrix Differential Calculus, 3rd edition, Section 8.3"
          + " (Jacobi's formula)");

  private final String id;
  private final String statement;
  private final String source;

  Literature(String id, String statement, String source) {
    this.id = id;
    this.statement = statement;
    this.source = source;
  }

  /** The name under which facts carry it. */
  public String key() {
    return "kernel#" + id;
  }

  /** What it says, in words. */
  public String statement() {
    return statement;
  }

  /** Where it stands. */
  public String source() {
    return source;
  }
}
