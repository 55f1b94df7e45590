package io.github.flowcert.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Shape TWO = new Shape(2, 2);

  private static Matrix diagonal(double first, double second) {
    return Matrix.of(TWO, new double[] {first, 0, 0, second});
  }

  /** Against Hipparchus' singular values and Commons Math's matrix norms. */
  @Test
  void normsAgreeWithOtherLibraries() {
    Random random = new Random(3);
    Shape shape = new Shape(3, 2);
    for (int draw = 0; draw < 20; draw++) {
      double[][] rows = new double[3][2];
      for (int k = 0; k < 6; k++) {
        rows[k / 2][k % 2] = random.nextGaussian();
      }
      double[] entries = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
      Matrix w = Matrix.of(shape, entries);
      RealMatrix other = new Array2DRowRealMatrix(rows);
      double[] sigma =
          new SingularValueDecomposition(new org.hipparchus.linear.Array2DRowRealMatrix(rows))
              .getSingularValues();
      assertThat(named("frobenius").of(w)).isCloseTo(other.getFrobeniusNorm(), within(1e-13));
      assertThat(named("spectral").of(w)).isCloseTo(sigma[0], within(1e-13));
      assertThat(named("nuclear").of(w)).isCloseTo(sigma[0] + sigma[1], within(1e-13));
      assertThat(new KyFan("k", 1).of(w)).isCloseTo(sigma[0], within(1e-13));
      assertThat(new KyFan("k", 2).of(w)).isCloseTo(sigma[0] + sigma[1], within(1e-13));
      assertThat(new WeightedSchatten("w", 3, List.of(2.0, 0.5)).of(w))
          .isCloseTo(
              Math.cbrt(2 * Math.pow(sigma[0], 3) + 0.5 * Math.pow(sigma[1], 3)), within(1e-13));
      // Commons Math's getNorm is the largest absolute column sum.
      assertThat(named("columnsum").of(w)).isCloseTo(other.getNorm(), within(1e-15));
      assertThat(named("rowsum").of(w)).isCloseTo(other.transpose().getNorm(), within(1e-15));
    }
  }

  private static Norm named(String name) {
    return NamedNorms.all().get(name);
  }

  /** (sqrt 4 + sqrt 9)^2 = 25, and (3 + 4)^1, (9 + 16)^(1/2), max. */
  @Test
  void powerSumsOfKnownNumbers() {
    assertThat(new Schatten("half", 0.5).of(diagonal(4, 9))).isCloseTo(25, within(1e-13));
    Matrix entries = diagonal(3, -4);
    assertThat(new Entrywise("1", 1).of(entries)).isCloseTo(7, within(1e-14));
    assertThat(new Entrywise("2", 2).of(entries)).isCloseTo(5, within(1e-14));
    assertThat(new Entrywise("max", INFINITY).of(entries)).isCloseTo(4, within(1e-14));
    // (3 sqrt 9 + 2 sqrt 4)^2 = 13^2: the weights go with the order of the singular values.
    assertThat(new WeightedSchatten("w", 0.5, List.of(3.0, 2.0)).of(diagonal(4, 9)))
        .isCloseTo(169, within(1e-11));
  }

  @Test
  void neitherTinyNorHugeNumbersSpoilASum() {
    Schatten half = new Schatten("half", 0.5);
    assertThat(half.of(graded(0, -2500))).isEqualTo(1);
    assertThat(Math.log(half.of(graded(700, 700)))).isCloseTo(700 + 2 * Math.log(2), within(1e-12));
    assertThat(half.of(diagonal(0, 0))).isZero();
    assertThat(new Entrywise("1", 1).of(diagonal(0, 0))).isZero();
    assertThat(new KyFan("2", 2).of(diagonal(0, 0))).isZero();
    // w_2 e^(-800) against w_1 e^(-2500): only the logarithms still tell.
    assertThat(new WeightedSchatten("w", 1e-3, List.of(1e-300, 1.0)).of(graded(0, -700)))
        .isGreaterThan(0);
  }

  private static Matrix graded(double first, double second) {
    return new Matrix(TWO, new double[4], () -> new double[] {first, second});
  }

  /** Where e_i e_j^T stands makes no difference to these norms; weights do. */
  @Test
  void unitMatricesHaveTheNormsTheyShould() {
    Shape shape = new Shape(2, 3);
    for (Norm norm :
        List.of(
            new Schatten("s", 0.3),
            new Entrywise("e", 0.3),
            new KyFan("k", 2),
            named("columnsum"),
            named("rowsum"))) {
      assertThat(norm.ofUnitMatrix(shape, 2, 3)).isEqualTo(1);
      assertThat(norm.ofLargestUnitMatrix(shape)).isEqualTo(1);
    }
    Norm weighted = new WeightedSchatten("w", 0.5, List.of(3.0, 2.0));
    assertThat(weighted.ofUnitMatrix(shape, 2, 3)).isCloseTo(9, within(1e-13));
    assertThat(weighted.ofLargestUnitMatrix(shape)).isCloseTo(9, within(1e-13));
  }

  @Test
  void aNormOfOnesOwnTellsUnitMatricesApart() {
    Norm own =
        new StatedNorm("own", "", w -> Math.abs(w.entry(1, 1)) + 5 * Math.abs(w.entry(2, 1)), 1);
    assertThat(own.ofUnitMatrix(TWO, 1, 1)).isEqualTo(1);
    assertThat(own.ofUnitMatrix(TWO, 2, 1)).isEqualTo(5);
    assertThat(own.ofUnitMatrix(TWO, 1, 2)).isZero();
    assertThat(own.ofLargestUnitMatrix(TWO)).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void exponentsThatAreNotPositiveAreRefused(double p) {
    assertThatThrownBy(() -> new Schatten("bad", p)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Entrywise("bad", p)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WeightedSchatten("bad", p, List.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "1, 0"})
  void weightsThatAreNotPositiveAreRefused(double first, double second) {
    assertThatThrownBy(() -> new WeightedSchatten("bad", 1, List.of(first, second)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbersOfSingularValuesThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new KyFan("bad", 0)).isInstanceOf(IllegalArgumentException.class);
    Norm weighted = new WeightedSchatten("w", 1, List.of(1.0, 1.0, 1.0));
    assertThatThrownBy(() -> weighted.of(diagonal(1, 1)))
        .hasMessage("3 weights for 2 singular values");
  }
}
