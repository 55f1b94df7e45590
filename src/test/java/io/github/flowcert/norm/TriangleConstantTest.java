package io.github.flowcert.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.norm.MatrixPairs.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The constant c of {@code ||A + B|| <= c (||A|| + ||B||)}. */
class TriangleConstantTest {
  private static final long SEED = 20_200_602;
  private static final Shape TWO = new Shape(2, 2);

  private static List<Norm> norms() {
    List<Norm> norms = new ArrayList<>(NamedNorms.all().values());
    norms.add(new KyFan("ky-fan 1", 1));
    norms.add(new KyFan("ky-fan 2", 2));
    for (double p : new double[] {0.1, 0.3, 0.5, 2.0 / 3, 0.9, 1, 1.5, 2, 7, 1e3}) {
      norms.add(new Schatten("schatten " + p, p));
      norms.add(new Entrywise("entrywise " + p, p));
      for (double second : new double[] {1e-3, 0.1, 0.5, 0.9, 1, 1.5, 4, 1e3}) {
        norms.add(weighted(p, 1, second));
      }
    }
    return norms;
  }

  private static Norm weighted(double p, double... weights) {
    List<Double> list = DoubleStream.of(weights).boxed().toList();
    return new WeightedSchatten("p " + p + ", weights " + list, p, list);
  }

  /** A hundred norms, each at 100,000 pairs. */
  @Test
  void noPairOfMatricesBreaksTheTriangleInequality() {
    assertUnbroken(norms(), TWO, 100_000);
  }

  @Test
  void norDoesOneOfLargerMatrices() {
    List<Norm> norms =
        List.of(
            new Schatten("schatten", 0.5),
            new Entrywise("entrywise", 0.5),
            new KyFan("ky-fan", 2),
            new OperatorNorm("columnsum", OperatorNorm.Sums.COLUMNS),
            new OperatorNorm("rowsum", OperatorNorm.Sums.ROWS),
            weighted(1, 3, 2, 1),
            weighted(2.5, 3, 2, 1),
            weighted(0.5, 3, 2, 1),
            weighted(1, 1, 2, 3),
            weighted(2, 1, 5, 2),
            weighted(0.5, 1, 5, 2),
            weighted(0.8, 2, 1, 4));
    assertUnbroken(norms, new Shape(3, 4), 20_000);
  }

  private static void assertUnbroken(List<Norm> norms, Shape shape, int count) {
    MatrixPairs pairs = new MatrixPairs(shape, SEED);
    for (int k = 0; k < count; k++) {
      Pair pair = pairs.next();
      Matrix a = pair.first();
      Matrix b = pair.second();
      Matrix sum = pair.sum();
      for (Norm norm : norms) {
        double right = norm.triangleConstant(shape) * (norm.of(a) + norm.of(b));
        if (!(norm.of(sum) <= right * (1 + 1e-11))) {
          throw new AssertionError(
              norm + " at " + Arrays.toString(pair.a()) + Arrays.toString(pair.b()));
        }
      }
    }
  }

  static Stream<Norm> some() {
    return Stream.of(
        new Schatten("s", 0.1),
        new Entrywise("e", 0.5),
        new KyFan("k", 1),
        new OperatorNorm("o", OperatorNorm.Sums.ROWS),
        weighted(0.1, 1, 0.05),
        weighted(0.5, 2, 1),
        weighted(1, 1, 3),
        weighted(2, 1, 4));
  }

  /** The trial of users' own norms, with its search uphill, finds nothing either. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("some")
  void norDoesASearchUphill(Norm norm) {
    assertThat(NormTrial.refute(norm, TWO)).isEmpty();
  }

  private static double ratio(Norm norm, double[] a, double[] b) {
    return new Ratio(norm).of(a, b);
  }

  /** Of diagonal matrices. */
  private record Ratio(Norm norm) {
    double of(double[] a, double[] b) {
      double sum = norm.of(diagonal(a[0] + b[0], a[1] + b[1]));
      return sum / (norm.of(diagonal(a[0], a[1])) + norm.of(diagonal(b[0], b[1])));
    }

    private static Matrix diagonal(double first, double second) {
      return Matrix.of(TWO, new double[] {first, 0, 0, second});
    }
  }

  /** e_1 e_1^T and e_2 e_2^T: the norm of the sum is 2^(1/p), against 1 + 1. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 2.0 / 3, 1})
  void noSmallerConstantWillDoBelowOne(double p) {
    double[] first = {1, 0};
    double[] second = {0, 1};
    for (Norm norm : List.of(new Schatten("s", p), new Entrywise("e", p), weighted(p, 3, 3))) {
      assertThat(ratio(norm, first, second))
          .isCloseTo(norm.triangleConstant(TWO), within(1e-10 * norm.triangleConstant(TWO)));
    }
    assertThat(new Schatten("s", p).triangleConstant(TWO))
        .isCloseTo(Math.pow(2, 1 / p) / 2, within(1e-10 * Math.pow(2, 1 / p)));
  }

  /** 1 is best of all norms: A = B. */
  @Test
  void normsHaveTheConstantOne() {
    List<Norm> proper = new ArrayList<>(NamedNorms.all().values());
    proper.addAll(
        List.of(
            new KyFan("k", 1),
            new KyFan("k", 2),
            new Schatten("s", 1),
            new Entrywise("e", 1.5),
            weighted(1, 2, 1),
            weighted(2, 2, 2),
            weighted(7, 3, 0.1)));
    for (Norm norm : proper) {
      assertThat(norm.triangleConstant(TWO)).isEqualTo(1);
    }
  }

  @Test
  void aSingleNumberHasTheConstantOne() {
    assertThat(new Schatten("s", 0.5).triangleConstant(new Shape(1, 3))).isEqualTo(1);
    assertThat(new Entrywise("e", 0.5).triangleConstant(new Shape(1, 3))).isEqualTo(2);
    assertThat(new Entrywise("e", 0.5).triangleConstant(new Shape(1, 1))).isEqualTo(1);
    assertThat(weighted(0.5, 4).triangleConstant(new Shape(1, 3))).isEqualTo(1);
  }

  /**
   * Two singular values with the weights 1 and omega. Below p = 1: diag(1, 0) and diag(0, s), with
   * s = 1/4 for p = 1/2, omega = 1/2, where c = 1 + s. Above it: diag(1, s) and diag(s, 1).
   */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5, 1.25,               1,    0, 0,    0.25",
    "0.5, 4,   12.5,               1,    0, 0,    1",
    "1,   3,   2,                  1,    0, 0,    1",
    "2,   4,   1.25,               1, 0.25, 0.25, 1",
    "2,   1,   1,                  1,    1, 1,    1",
    "3,   4,   1.1203511866392912, 1,  0.5, 0.5,  1"
  })
  void weightsOfTwoSingularValuesHaveTheConstantsWorkedOutByHand(
      double p, double omega, double c, double a1, double a2, double b1, double b2) {
    // For p = 2, omega = 4: sqrt 5 sqrt(5/4) / 2; for p = 3: cbrt 5 (3/2)^(2/3) / 2.
    Norm norm = weighted(p, 2, 2 * omega);
    assertThat(norm.triangleConstant(TWO)).isCloseTo(c, within(1e-12));
    assertThat(ratio(norm, new double[] {a1, a2}, new double[] {b1, b2}))
        .isCloseTo(c, within(1e-12));
  }

  /**
   * Where the second weight is small, diag(1 - s, 0) and diag(s, s) come closest; s is found by
   * going through a grid.
   */
  @ParameterizedTest
  @CsvSource({"0.9, 0.5", "0.9, 0.1", "0.5, 0.3", "0.99, 0.9", "0.1, 0.05", "0.7, 1e-6"})
  void smallSecondWeightsHaveConstantsThatAreAttained(double p, double omega) {
    Norm norm = weighted(p, 5, 5 * omega);
    double largest = 0;
    for (double s = 1e-20; s < 1; s *= 1.0005) {
      largest = Math.max(largest, ratio(norm, new double[] {1 - s, 0}, new double[] {s, s}));
    }
    assertThat(norm.triangleConstant(TWO)).isBetween(largest * (1 - 1e-12), largest * (1 + 1e-6));
  }

  /**
   * Partial sums 1, 3, 6 lie below their concave majorant 2, 4, 6; for 1, 5, 2 they are 1, 6, 8
   * below 3, 6, 8.
   */
  @Test
  void moreWeightsHaveTheConstantOfTheirConcaveMajorant() {
    Shape shape = new Shape(3, 3);
    assertThat(weighted(1, 1, 2, 3).triangleConstant(shape)).isCloseTo(2, within(1e-13));
    assertThat(weighted(2, 1, 5, 2).triangleConstant(shape)).isCloseTo(Math.sqrt(3), within(1e-13));
    assertThat(weighted(0.5, 1, 5, 2).triangleConstant(shape)).isCloseTo(2 * 9, within(1e-12));
    assertThat(weighted(0.5, 3, 2, 1).triangleConstant(shape)).isEqualTo(2);
    assertThat(weighted(2, 3, 2, 1).triangleConstant(shape)).isEqualTo(1);
  }

  static Stream<Norm> stated() {
    return Stream.of(
        own("a seminorm", 1, w -> Math.abs(w.entry(1, 1))),
        own("not homogeneous", 1, w -> Math.pow(new Schatten("f", 2).of(w), 2)),
        own("no value", 1, w -> Math.log(w.entry(1, 1))),
        own("one-sided", 1, w -> new Schatten("f", 2).of(w) + 0.1 * w.entry(1, 2)),
        own("constant too small", 1.99, new Schatten("half", 0.5)::of),
        own("constant a little too small", 1.24999, weighted(0.5, 2, 1)::of),
        own("increasing weights", 1.2499, weighted(2, 1, 4)::of),
        own("gap", 1, w -> 2 * new Schatten("s", 1).of(w) - new KyFan("k", 1).of(w)));
  }

  private static Norm own(
      String name, double c, java.util.function.ToDoubleFunction<Matrix> value) {
    return new StatedNorm(name, name, value, c);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stated")
  void whatIsNoNormIsRefuted(Norm norm) {
    assertThat(NormTrial.refute(norm, TWO)).isPresent();
  }

  @Test
  void aWitnessSaysWhatBreaksAndWhere() {
    assertThat(NormTrial.refute(own("x", 1, w -> Math.abs(w.entry(1, 1))), TWO))
        .contains("||A|| is 0 at A = [[0, 1], [0, 0]]");
    assertThat(NormTrial.refute(own("x", 1, new Entrywise("e", 0.5)::of), TWO))
        .contains(
            "||A + B|| is 4 but 1 (||A|| + ||B||) is 2 at A = [[1, 0], [0, 0]], B = [[0, 1], [0, 0]]");
    assertThat(NormTrial.refute(own("x", 1, w -> Math.pow(new Entrywise("e", 2).of(w), 2)), TWO))
        .contains("||3 A|| is 9 but 3 ||A|| is 3 at A = [[1, 0], [0, 0]]");
  }
}
