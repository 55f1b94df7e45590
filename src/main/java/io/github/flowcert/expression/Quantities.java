package io.github.flowcert.expression;

/**
 * Values of the quantities that expressions mention. Names are in lower case, and only those of the
 * {@link Vocabulary} against which the expression was checked are asked for.
 */
public interface Quantities {

  /** The value of a quantity without arguments, as in {@code loss}. */
  double symbol(String name);

  /**
   * The value of a quantity with numbers as arguments, as in {@code w(1,1)}.
   *
   * @param arguments the numbers; not to be written to
   */
  double call(String name, double[] arguments);

  /** The value of a quantity whose argument is a name, as in {@code norm(nuclear)}. */
  double callWithName(String name, String argument);
}
