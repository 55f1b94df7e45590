package io.github.flowcert.integrate;

import java.util.Arrays;

/** Jacobians by forward differences, for fields whose derivative has no convenient closed form. */
public final class DifferenceJacobian {
  private static final double STEP = 0x1p-26;

  private DifferenceJacobian() {}

  /** A vector field. */
  @FunctionalInterface
  public interface Field {

    /** The derivative at a point. */
    double[] at(double time, double[] state);
  }

  /** Fills in the Jacobian of the field; see {@link JacobianSource#fill}. */
  public static void fill(
      Field field,
      ErrorScale errorScale,
      double time,
      double[] state,
      double[] derivative,
      double[] jacobian) {
    int n = state.length;
    double[] scale = new double[n];
    errorScale.fill(state, scale);
    double typical = Arrays.stream(state).map(Math::abs).max().orElse(0);
    double[] moved = state.clone();
    for (int column = 0; column < n; column++) {
      double size = Math.max(Math.abs(state[column]), Math.max(scale[column], 1e-3 * typical));
      moved[column] = state[column] + STEP * size;
      double[] there = field.at(time, moved);
      double actual = moved[column] - state[column];
      for (int row = 0; row < n; row++) {
        jacobian[row * n + column] = (there[row] - derivative[row]) / actual;
      }
      moved[column] = state[column];
    }
  }
}
