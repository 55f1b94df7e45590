package io.github.flowcert.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.problem.MatrixSensing;
import java.util.Arrays;
import java.util.Random;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepthGapTest {
  private static final double LABEL = 2;

  /** Singular values of A, signed, in the bases below. */
  private static final double[] MEASURED = {1, 0.6, -0.3};

  private static final double[] START = {0.04, 0.05, 0.3};

  private static final RealMatrix LEFT = orthogonal(4, 1);
  private static final RealMatrix RIGHT = orthogonal(3, 2);

  private static RealMatrix orthogonal(int size, long seed) {
    Random random = new Random(seed);
    RealMatrix gaussian = MatrixUtils.createRealMatrix(size, size);
    for (int k = 0; k < size * size; k++) {
      gaussian.setEntry(k / size, k % size, random.nextGaussian());
    }
    return new QRDecomposition(gaussian).getQ();
  }

  /** U diag(values) V^T, 4-by-3, flat. */
  private static double[] matrix(double... values) {
    RealMatrix diagonal = MatrixUtils.createRealMatrix(4, 3);
    for (int r = 0; r < 3; r++) {
      diagonal.setEntry(r, r, values[r]);
    }
    RealMatrix matrix = LEFT.multiply(diagonal).multiplyTransposed(RIGHT);
    return Arrays.stream(matrix.getData()).flatMapToDouble(Arrays::stream).toArray();
  }

  private static MatrixSensing problem() {
    return MatrixSensing.of(4, 3, new double[][] {matrix(MEASURED)}, new double[] {LABEL});
  }

  /** Equation (10) by a library's integrator. */
  private static double[] later(int depth, double time) {
    OrdinaryDifferentialEquation rates =
        new OrdinaryDifferentialEquation() {
          @Override
          public int getDimension() {
            return 3;
          }

          @Override
          public double[] computeDerivatives(double t, double[] s) {
            double delta = -LABEL;
            for (int r = 0; r < 3; r++) {
              delta += MEASURED[r] * s[r];
            }
            double[] rate = new double[3];
            for (int r = 0; r < 3; r++) {
              rate[r] = -depth * Math.pow(s[r] * s[r], 1 - 1.0 / depth) * delta * MEASURED[r];
            }
            return rate;
          }
        };
    return new DormandPrince853Integrator(1e-12, 1, 1e-14, 1e-13)
        .integrate(rates, new ODEState(0, START), time)
        .getPrimaryState();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void whatEquation11KeepsStaysTheSameAtThatDepthAlone(int depth) {
    double[] start = matrix(START);
    double[] end = later(depth, 3);
    assertThat(end[0]).isGreaterThan(5 * START[0]);
    double[] product = matrix(end);
    assertThat(new DepthGap(problem(), depth, start).residual(product)).isLessThan(1e-9);
    assertThat(new DepthGap(problem(), depth + 1, start).residual(product)).isGreaterThan(1e-3);
    assertThat(new DepthGap(problem(), depth, start).residual(start)).isLessThan(1e-13);
  }

  @Test
  void aStartWithOtherSingularVectorsIsToldApart() {
    assertThat(new DepthGap(problem(), 2, matrix(START)).offDiagonal()).isLessThan(1e-13);
    double[] turned = matrix(START);
    turned[0] += 0.1;
    assertThat(new DepthGap(problem(), 2, turned).offDiagonal()).isGreaterThan(1e-2);
  }

  /** After equation (11): where alpha is between 0 and 1, at a value that is lower for larger N. */
  @Test
  void deeperFactorizationsHoldTheSmallerSingularValueBack() {
    double second = Double.POSITIVE_INFINITY;
    for (int depth = 1; depth <= 5; depth++) {
      double[] end = later(depth, 200);
      assertThat(end[1]).isLessThan(second);
      second = end[1];
    }
    // N = 3, 4, 5: const^(-N/(N-2)) from the start bounds it.
    for (int depth = 3; depth <= 5; depth++) {
      double power = -(depth - 2.0) / depth;
      double kept = Math.pow(START[1], power) - 0.6 * Math.pow(START[0], power);
      assertThat(kept).isPositive();
      assertThat(later(depth, 200)[1]).isLessThan(Math.pow(kept, 1 / power));
    }
  }
}
