package io.github.flowcert.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void schattenNormsAgreeWithTheirOtherNames() {
    Random random = new Random(3);
    for (int draw = 0; draw < 20; draw++) {
      RealMatrix w = new Array2DRowRealMatrix(3, 2);
      for (int k = 0; k < 6; k++) {
        w.setEntry(k / 2, k % 2, random.nextGaussian());
      }
      SingularValueDecomposition svd = new SingularValueDecomposition(w);
      double nuclear = svd.getSingularValues()[0] + svd.getSingularValues()[1];
      assertThat(schatten(2, w)).isCloseTo(w.getFrobeniusNorm(), within(1e-13));
      assertThat(schatten(INFINITY, w)).isCloseTo(svd.getNorm(), within(1e-13));
      assertThat(schatten(1, w)).isCloseTo(nuclear, within(1e-13));
    }
  }

  private static double schatten(double p, RealMatrix w) {
    double[] logs = new SingularValueDecomposition(w).getSingularValues();
    for (int k = 0; k < logs.length; k++) {
      logs[k] = Math.log(logs[k]);
    }
    return new Schatten("any", p).of(new double[6], logs);
  }

  /** (sqrt 4 + sqrt 9)^2 = 25, and (3 + 4)^1, (9 + 16)^(1/2), max. */
  @Test
  void powerSumsOfKnownNumbers() {
    double[] none = new double[4];
    double[] logs = {Math.log(9), Math.log(4)};
    assertThat(new Schatten("half", 0.5).of(none, logs)).isCloseTo(25, within(1e-13));
    double[] entries = {3, 0, 0, -4};
    assertThat(new Entrywise("1", 1).of(entries, none)).isCloseTo(7, within(1e-14));
    assertThat(new Entrywise("2", 2).of(entries, none)).isCloseTo(5, within(1e-14));
    assertThat(new Entrywise("max", INFINITY).of(entries, none)).isCloseTo(4, within(1e-14));
  }

  @Test
  void neitherTinyNorHugeNumbersSpoilASum() {
    double[] none = new double[4];
    Schatten half = new Schatten("half", 0.5);
    assertThat(half.of(none, new double[] {0, -2500})).isEqualTo(1);
    double huge = half.of(none, new double[] {700, 700});
    assertThat(Math.log(huge)).isCloseTo(700 + 2 * Math.log(2), within(1e-12));
    double[] zero = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    assertThat(half.of(none, zero)).isZero();
    assertThat(new Entrywise("1", 1).of(none, zero)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 2.0 / 3, 1, 1.5, 2, 1e9})
  void triangleConstantsHoldAndAreAttained(double p) {
    double[] unit = {0, Double.NEGATIVE_INFINITY};
    for (Norm norm : List.of(new Schatten("s", p), new Entrywise("e", p))) {
      // e_1 e_1^T and e_2 e_2^T: the norm of the sum is 2^(1/p), against 1 + 1.
      double sum = norm.of(new double[] {1, 0, 0, 1}, new double[] {0, 0});
      double parts = 2 * norm.of(new double[] {1, 0, 0, 0}, unit);
      assertThat(norm.triangleConstant()).isCloseTo(Math.max(1, sum / parts), within(1e-12));
      assertThat(norm.ofUnitMatrix()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void exponentsThatAreNotPositiveAreRefused(double p) {
    assertThatThrownBy(() -> new Schatten("bad", p)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Entrywise("bad", p)).isInstanceOf(IllegalArgumentException.class);
  }
}
