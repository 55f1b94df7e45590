package io.github.flowcert.prove;

/**
 * A step with one change.
 *
 * @param kind of change
 * @param change what was changed, in a few words
 * @param step the changed step
 * @param <S> a step about numbers or about matrices
 */
record Mutant<S>(Kind kind, String change, S step) {

  /** Kinds of changes. */
  enum Kind {
    CONSTANT("constant"),
    REVERSED("reversed"),
    DROPPED("dropped");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Its name in documents. */
    String word() {
      return word;
    }
  }
}
