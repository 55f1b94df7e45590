package io.github.flowcert.flow;

import io.github.flowcert.linalg.Flat;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/** The largest eigenvalue of the Hessian of the objective in the factors, eq. (2). */
public final class Sharpness {
  private static final int SMALL = 100;
  private static final int ITERATIONS = 300;

  private Sharpness() {}

  /**
   * The largest eigenvalue: exact to rounding for few unknowns, by power iteration (from below, to
   * about a per cent) for many.
   *
   * @param coordinates whose vector field is minus the gradient
   * @param factors the point, in these coordinates
   */
  public static double at(FactorsCoordinates coordinates, double[] factors) {
    if (factors.length <= SMALL) {
      return dense(coordinates, factors);
    }
    // An eigenvalue as large in size, and negative, would keep the iteration from settling: moved
    // up by their size, the largest is the largest in size.
    double size = power(coordinates, factors, 0).length;
    return power(coordinates, factors, size).quotient - size;
  }

  /** What a power iteration ends with: the Rayleigh quotient, and the length of the image. */
  private record Power(double quotient, double length) {}

  private static double dense(FactorsCoordinates coordinates, double[] factors) {
    int n = factors.length;
    double[] jacobian = new double[n * n];
    coordinates.fill(0, factors, coordinates.computeDerivatives(0, factors), jacobian);
    double[][] hessian = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        hessian[i][j] = -(jacobian[i * n + j] + jacobian[j * n + i]) / 2;
      }
    }
    double[] values =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(hessian, false)).getEigenvalues();
    return Arrays.stream(values).max().orElseThrow();
  }

  /** Power iteration on H + shift. */
  private static Power power(FactorsCoordinates coordinates, double[] factors, double shift) {
    double[] direction = new SplittableRandom(1).doubles(factors.length, -1, 1).toArray();
    double value = 0;
    for (int k = 0; k < ITERATIONS; k++) {
      double length = Math.sqrt(Flat.squaredNorm(direction));
      double[] unit = Arrays.stream(direction).map(each -> each / length).toArray();
      direction = coordinates.derivativeAlong(factors, unit);
      value = 0;
      for (int i = 0; i < unit.length; i++) {
        direction[i] = shift * unit[i] - direction[i];
        value += unit[i] * direction[i];
      }
    }
    return new Power(value, Math.sqrt(Flat.squaredNorm(direction)));
  }
}
