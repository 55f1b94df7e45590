package io.github.flowcert.expression;

/** Functions for terms that are made in the program. */
public final class Functions {
  private Functions() {}

  /** The absolute value. */
  public static NumericFunction absolute() {
    return KnownFunction.ABS;
  }

  /** The natural logarithm. */
  public static NumericFunction logarithm() {
    return KnownFunction.LOG;
  }
}
