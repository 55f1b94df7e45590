package io.github.flowcert.reading;

/** The quantities that expressions mention, all over a box, with their partial derivatives. */
public interface SlopeQuantities {

  /** The number of variables by which derivatives are taken. */
  int variables();

  /** The same quantities without derivatives. */
  IntervalQuantities values();

  /** The quantity without arguments, as in {@code loss}. */
  Slope symbol(String name);

  /**
   * The quantity with numbers as arguments, as in {@code w(1,1)}.
   *
   * @param arguments the numbers; not to be written to
   */
  Slope call(String name, double[] arguments);

  /** The quantity whose argument is a name, as in {@code norm(nuclear)}. */
  Slope callWithName(String name, String argument);
}
