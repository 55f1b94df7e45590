package io.github.flowcert.casefile;

import java.util.List;

/** Where a trajectory starts. Matrices are rows of entries. */
public sealed interface Initial {

  /** {@code W_l(0) = scale^(1/L) I} (leading block), so that the product is scale times I. */
  record Identity(double scale) implements Initial {}

  /** Balanced factors of a Gaussian product matrix whose entries have deviation {@code scale}. */
  record BalancedGaussian(double scale, long seed, DeterminantSign determinant)
      implements Initial {}

  /** Independent Gaussian layers whose product entries have deviation {@code scale}. */
  record Gaussian(double scale, long seed, DeterminantSign determinant) implements Initial {}

  /** Balanced factors of this product matrix. */
  record Product(List<List<Double>> matrix) implements Initial {}

  /** These factors, W_1 first. */
  record Factors(List<List<List<Double>>> matrices) implements Initial {}

  /** These parameters of a regression; all 0 for kind zero. */
  record Parameters(List<Double> values) implements Initial {

    /** Keeps the list from changing. */
    public Parameters {
      values = List.copyOf(values);
    }
  }

  /** The sign of the determinant for which random starts are redrawn. */
  enum DeterminantSign {
    ANY,
    POSITIVE,
    NEGATIVE
  }
}
