package io.github.flowcert.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.descent.Descent.Halt;
import io.github.flowcert.descent.DescentMethod.GradientDescent;
import io.github.flowcert.flow.Factors;
import io.github.flowcert.flow.FactorsCoordinates;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.MatrixSensing;
import io.github.flowcert.testing.Problems;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescentKernelsTest {
  private static final GradientDescent PLAIN = new GradientDescent();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void theTwoByTwoKernelTakesTheGeneralKernelsSteps(int depth) {
    Network network =
        new Network(
            MatrixCompletion.of(new Double[][] {{0.3, -1.0}, {null, 2.0}}),
            Collections.nCopies(depth - 1, 2));
    List<double[]> start = Starting.gaussian(network, depth);
    Descent special = PLAIN.start(network, start, 1e-2, Precision.DOUBLE);
    Descent general = new LayeredDescent<>(new DoubleArithmetic(), network, start, PLAIN, 1e-2);
    assertThat(special).isInstanceOf(TwoByTwoDescent.class);

    special.advance(500, 0, false);
    general.advance(500, 0, false);

    assertThat(special.parameters()).containsExactly(general.parameters(), within(1e-12));
    assertThat(special.loss()).isCloseTo(general.loss(), within(1e-13));
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aStepIsTheVectorFieldTimesTheLearningRate(Precision precision) {
    takesTheVectorField(Starting.rectangular(), precision);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aStepOfSensingOrRegressionIsTheVectorFieldTimesTheLearningRate(Precision precision) {
    MatrixSensing sensing = Problems.sensing(new Random(5), 3, 2, 4);
    takesTheVectorField(new Network(sensing, List.of(4, 2)), precision);
    LeastSquares regression =
        LeastSquares.of(new double[][] {{0.5, -1}, {2, 1}, {1, 1}}, new double[] {1, -2, 0.5});
    takesTheVectorField(new Network(regression, List.of()), precision);
  }

  private static void takesTheVectorField(Network network, Precision precision) {
    List<double[]> start = Starting.gaussian(network, 1);
    FactorsCoordinates flow =
        new FactorsCoordinates(network, Starts.factors(network, start), 1e-8, 1e-8);
    double[] before = Factors.flattened(start);
    double[] slope = flow.computeDerivatives(0, before);

    Descent descent = PLAIN.start(network, start, 0.125, precision);
    descent.advance(0, 0, false);
    double loss = flow.observe(0, before).loss();
    assertThat(descent.loss()).isCloseTo(loss, within(1e-5 * loss));
    descent.advance(1, 0, false);

    double rounding = precision == Precision.SINGLE ? 1e-6 : 1e-14;
    double[] after = descent.parameters();
    for (int k = 0; k < after.length; k++) {
      assertThat(after[k]).isCloseTo(before[k] + 0.125 * slope[k], within(rounding));
    }
    assertThat(descent.time()).isEqualTo(0.125);
  }

  @Test
  void doubleDoublesFollowFortyDigitArithmeticToThirtyDigits() {
    Network network = Starting.analysed(2);
    List<double[]> start = Starting.gaussian(network, 3);
    Descent descent = PLAIN.start(network, start, 0.01, Precision.DOUBLE_DOUBLE);
    descent.advance(40, 0, false);

    Dfp[] expected = fortyDigits(start, 0.01, 40);

    double[] memory = descent.memory();
    for (int k = 0; k < 8; k++) {
      int layer = k / 4;
      int entry = 8 * layer + k % 4;
      BigDecimal ours = new BigDecimal(memory[entry]).add(new BigDecimal(memory[entry + 4]));
      Dfp error = expected[k].subtract(expected[k].getField().newDfp(ours.toString()));
      assertThat(Math.abs(error.toDouble())).isLessThan(1e-29);
    }
  }

  /** Two factors, written out by hand. */
  private static Dfp[] fortyDigits(List<double[]> start, double rate, int steps) {
    DfpField field = new DfpField(40);
    Dfp eta = field.newDfp(rate);
    Dfp[] a = digits(field, start.get(0));
    Dfp[] b = digits(field, start.get(1));
    for (int k = 0; k < steps; k++) {
      Dfp[] g = times(b, a);
      g[0] = field.getZero();
      g[1] = g[1].subtract(1);
      g[2] = g[2].subtract(1);
      Dfp[] da = times(transposed(b), g);
      Dfp[] db = times(g, transposed(a));
      for (int i = 0; i < 4; i++) {
        a[i] = a[i].subtract(eta.multiply(da[i]));
        b[i] = b[i].subtract(eta.multiply(db[i]));
      }
    }
    return new Dfp[] {a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3]};
  }

  private static Dfp[] digits(DfpField field, double[] values) {
    return Arrays.stream(values).mapToObj(field::newDfp).toArray(Dfp[]::new);
  }

  private static Dfp[] transposed(Dfp[] m) {
    return new Dfp[] {m[0], m[2], m[1], m[3]};
  }

  private static Dfp[] times(Dfp[] a, Dfp[] b) {
    return new Dfp[] {
      a[0].multiply(b[0]).add(a[1].multiply(b[2])),
      a[0].multiply(b[1]).add(a[1].multiply(b[3])),
      a[2].multiply(b[0]).add(a[3].multiply(b[2])),
      a[2].multiply(b[1]).add(a[3].multiply(b[3]))
    };
  }

  @Test
  void singlePrecisionIsThatOfFloats() {
    float w = 0.1f;
    for (int k = 0; k < 20; k++) {
      w = w + -0.3f * (w - 1.0f);
    }
    Descent descent =
        PLAIN.start(Starting.scalar(), List.of(new double[] {0.1}), 0.3, Precision.SINGLE);
    descent.advance(20, 0, false);
    assertThat(descent.parameters()[0]).isEqualTo(w);
  }

  @Test
  void singlePrecisionStandsStillWhereAStepIsBelowHalfTheLastPlace() {
    Descent descent =
        PLAIN.start(Starting.scalar(), List.of(new double[] {0.999}), 1e-5, Precision.SINGLE);
    descent.advance(1000, 0, false);
    assertThat(descent.parameters()[0]).isEqualTo((double) 0.999f);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void theLossIsWatchedForARise(Precision precision) {
    // theta_{k+1} - 1 = (1 - 2.5)(theta_k - 1): the loss grows from the first step on.
    Descent descent = PLAIN.start(Starting.scalar(), List.of(new double[] {2.0}), 2.5, precision);
    assertThat(descent.advance(10, 0, true)).isEqualTo(Halt.ROSE);
    assertThat(descent.iteration()).isEqualTo(1);
    assertThat(descent.advance(10, 0, false)).isEqualTo(Halt.ITERATION);
    assertThat(descent.advance(Long.MAX_VALUE, 0, false)).isEqualTo(Halt.DIVERGED);
  }

  @Test
  void theTwoByTwoKernelWatchesForARiseToo() {
    Network network = Starting.analysed(2);
    List<double[]> start = Starting.identity(network, 2);
    Descent descent = PLAIN.start(network, start, 3, Precision.DOUBLE);
    assertThat(descent.advance(100, 0, true)).isEqualTo(Halt.ROSE);
    assertThat(descent.advance(Long.MAX_VALUE, 0, false)).isEqualTo(Halt.DIVERGED);
  }
}
