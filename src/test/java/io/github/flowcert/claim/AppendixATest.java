package io.github.flowcert.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.testing.Problems;
import java.util.Arrays;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The constants of Appendix A, which are this project's own, tried on matrices of all kinds. */
class AppendixATest {
  private final Catalogue catalogue = new Catalogue();

  private CompiledClaim claim(String part, int d) throws ExpressionException {
    return CompiledClaim.of(catalogue.resolve("appendix-a/" + part).get(0), Problems.appendixA(d));
  }

  private static TrajectoryPoint point(RealMatrix w, double loss) {
    int d = w.getRowDimension();
    double[] product = Arrays.stream(w.getData()).flatMapToDouble(Arrays::stream).toArray();
    double[] logs =
        Arrays.stream(new SingularValueDecomposition(w).getSingularValues())
            .map(Math::log)
            .toArray();
    FlowState state = new FlowState(0, loss, d, d, product, logs, 1, 0, 0, 1);
    return new TrajectoryPoint(
        state, Double.NaN, new Setting(Problems.appendixA(d), 2, 1, 1e-8, 1e-12, null));
  }

  /** A solution with other observed entries moved by residuals of this norm, and w11 free. */
  private static RealMatrix moved(Random random, int d, double norm) {
    RealMatrix w = new Array2DRowRealMatrix(d, d);
    RealMatrix residual = new Array2DRowRealMatrix(d, d);
    // Cubes, so that some draws have most of the norm in a few entries.
    for (int k = 1; k < d * d; k++) {
      residual.setEntry(k / d, k % d, Math.pow(random.nextGaussian(), 3));
    }
    RealMatrix scaled = residual.scalarMultiply(norm / residual.getFrobeniusNorm());
    for (int k = 1; k < d * d; k++) {
      w.setEntry(k / d, k % d, Problems.appendixA(d).value(k) + scaled.getEntry(k / d, k % d));
    }
    return w;
  }

  /** The determinant is linear in w11; the value of w11 at which it is 0. */
  private static double edge(RealMatrix w) {
    w.setEntry(0, 0, 0);
    double rest = new LUDecomposition(w).getDeterminant();
    int d = w.getRowDimension();
    double minor = new LUDecomposition(w.getSubMatrix(1, d - 1, 1, d - 1)).getDeterminant();
    return -rest / minor;
  }

  /**
   * Of all w11 that give a positive determinant, none is smaller in size than the one that gives 0
   * (or than 0 itself, where that gives a positive one): there the bound must hold, and it is not
   * idle, as some come near it.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void noMatrixOfPositiveDeterminantLiesBelowTheBound(int d) throws ExpressionException {
    CompiledClaim growth = claim("growth", d);
    CompiledClaim distance = claim("infimal-rank-distance", d);
    Random random = new Random(400 + d);
    double nearest = Double.POSITIVE_INFINITY;
    for (int draw = 0; draw < 2000; draw++) {
      double norm = 0.499 * Math.pow(10, -4 * random.nextDouble());
      RealMatrix w = moved(random, d, norm);
      double edge = edge(w);
      double least = new LUDecomposition(w).getDeterminant() > 0 ? 0 : edge;
      w.setEntry(0, 0, least);
      TrajectoryPoint point = point(w, norm * norm / 2);
      assertThat(growth.appliesAt(point)).isTrue();
      assertThat(growth.comparison().margin(point)).as("norm %s", norm).isPositive();
      assertThat(distance.comparison().margin(point)).as("norm %s", norm).isPositive();
      double bound = growth.comparison().right(point);
      nearest = Math.min(nearest, bound > 1 ? Math.abs(least) / bound : nearest);
    }
    assertThat(nearest).isLessThan(d <= 3 ? 1.2 : 5);
  }

  /** All of the loss in w22: w11 = 1/s gives determinant 0, and the bound is 1/s to first order. */
  @Test
  void theBoundsAreSharpToFirstOrder() throws ExpressionException {
    double s = 1e-4;
    RealMatrix w = moved(new Random(1), 4, 0);
    w.setEntry(1, 1, s);
    w.setEntry(0, 0, edge(w));
    TrajectoryPoint point = point(w, s * s / 2);
    assertThat(w.getEntry(0, 0)).isCloseTo(1 / s, within(1e-6));
    assertThat(claim("growth", 4).comparison().right(point) * s).isCloseTo(1, within(5e-4));
    assertThat(claim("infimal-rank-distance", 4).comparison().right(point) / s)
        .isCloseTo(2, within(5e-4));
  }

  @Test
  void withoutThePositiveDeterminantTheBoundsFail() throws ExpressionException {
    RealMatrix w = moved(new Random(2), 5, 1e-3);
    TrajectoryPoint point = point(w, 1e-6 / 2);
    assertThat(new LUDecomposition(w).getDeterminant()).isNegative();
    assertThat(claim("growth", 5).comparison().margin(point)).isLessThan(-900);
    assertThat(claim("infimal-rank-distance", 5).comparison().margin(point)).isLessThan(-0.9);
  }

  @Test
  void theBoundsAreWhatTheirDerivationSays() throws ExpressionException {
    // s = 1/4: q = 1/3, (1 - q)^2/q = 4/3, s^2/(1 - s) = 1/12, so the bound is 5/4.
    RealMatrix w = moved(new Random(3), 3, 0.25);
    TrajectoryPoint point = point(w, 1.0 / 32);
    assertThat(claim("growth", 3).comparison().right(point)).isCloseTo(1.25, within(1e-14));
    assertThat(claim("infimal-rank-distance", 3).comparison().right(point))
        .isCloseTo(0.25 + 2 / (Math.sqrt(1.5625 + 4) + 1.25), within(1e-14));
    // From loss 1/8 on nothing is known of w11: at w11 = 0 the nearest solution has distance 1.
    TrajectoryPoint far = point(w, 0.125);
    assertThat(claim("growth", 3).appliesAt(far)).isFalse();
    assertThat(claim("infimal-rank-distance", 3).comparison().right(far)).isEqualTo(1.5);
  }
}
