package io.github.flowcert.integrate;

import java.util.SplittableRandom;

/** Upper estimate of the spectral radius of a Jacobian by a nonlinear power iteration. */
final class SpectralRadius {
  private static final int MAX_ITERATIONS = 50;
  private static final double CHANGE = 0.02;
  private static final double SAFETY = 1.2;

  private final DifferenceJacobian.Field field;
  private double[] direction;

  SpectralRadius(DifferenceJacobian.Field field) {
    this.field = field;
  }

  double estimate(double time, double[] y, double[] slope) {
    if (direction == null) {
      direction = firstDirection(slope);
    }
    double size = 0x1p-26 * Math.max(length(y), Double.MIN_NORMAL / 0x1p-52);
    double radius = 0;
    for (int k = 0; k < MAX_ITERATIONS; k++) {
      double[] moved = shifted(y, size);
      double[] change = field.at(time, moved);
      for (int i = 0; i < change.length; i++) {
        change[i] -= slope[i];
      }
      double next = length(change) / size;
      direction = change;
      boolean settled = k > 0 && Math.abs(next - radius) <= CHANGE * next;
      radius = next;
      if (settled || next == 0) {
        break;
      }
    }
    return SAFETY * radius;
  }

  /**
   * The slope with as much pseudo-random direction: a slope alone may lie in a space of slow modes
   * that the iteration never leaves.
   */
  private static double[] firstDirection(double[] slope) {
    double[] random = new SplittableRandom(1).doubles(slope.length, -1, 1).toArray();
    double norm = length(slope);
    double weight = norm == 0 ? 0 : length(random) / norm;
    for (int i = 0; i < random.length; i++) {
      random[i] += weight * slope[i];
    }
    return random;
  }

  private double[] shifted(double[] y, double size) {
    double norm = length(direction);
    double[] moved = y.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += norm == 0 ? size / Math.sqrt(y.length) : size * direction[i] / norm;
    }
    return moved;
  }

  private static double length(double[] x) {
    double sum = 0;
    for (double each : x) {
      sum += each * each;
    }
    return Math.sqrt(sum);
  }
}
