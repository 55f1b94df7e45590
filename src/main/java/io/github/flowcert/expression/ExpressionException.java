package io.github.flowcert.expression;

/** A text that is no expression, or one that mentions what does not exist. One line. */
public final class ExpressionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int column;

  /** What is wrong, and the column at which it is, from 1. */
  public ExpressionException(int column, String message) {
    super("column " + column + ": " + message.replaceAll("\\p{Cntrl}", " "));
    this.column = column;
  }

  /** The column at which the trouble is, from 1. */
  public int column() {
    return column;
  }
}
