package io.github.flowcert.expression;

/** A real function of real numbers. */
public interface NumericFunction {

  /** Its name in Symja, in lower case. */
  String functionName();

  /** The fewest arguments it takes. */
  int least();

  /** The most arguments it takes. */
  int most();

  /** Its value in doubles; NaN outside its domain. */
  double apply(double[] arguments);
}
