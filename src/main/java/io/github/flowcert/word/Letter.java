package io.github.flowcert.word;

/**
 * A matrix, as it stands in a word.
 *
 * @param order how often it is differentiated in time
 * @param transposed never for a symmetric matrix, which is its own transpose
 * @param inverse never for a derivative
 */
public record Letter(String name, boolean symmetric, int order, boolean transposed, boolean inverse)
    implements Comparable<Letter> {

  /** The matrix itself. */
  public static Letter of(String name, boolean symmetric) {
    return new Letter(name, symmetric, 0, false, false);
  }

  /** Its transpose. */
  public Letter transpose() {
    return symmetric ? this : new Letter(name, false, order, !transposed, inverse);
  }

  /** Its inverse. */
  public Letter inverted() {
    return new Letter(name, symmetric, order, transposed, !inverse);
  }

  /** The next derivative of a letter that is no inverse. */
  Letter differentiated() {
    return new Letter(name, symmetric, order + 1, transposed, inverse);
  }

  @Override
  public int compareTo(Letter other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    String text = name;
    for (int k = 0; k < order; k++) {
      text = "D(" + text + ")";
    }
    text = inverse ? "Inverse(" + text + ")" : text;
    return transposed ? "Transpose(" + text + ")" : text;
  }
}
