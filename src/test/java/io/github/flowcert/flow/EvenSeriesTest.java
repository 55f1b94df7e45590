package io.github.flowcert.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvenSeriesTest {

  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e-8, 1e-3, 0.1, 0.4, 0.75})
  void hyperbolicFunctionsAgreeWithTheLibrary(double d) {
    Binary64 z = new Binary64(d * d);
    for (double a : new double[] {0.4, 1, 1.6, 2}) {
      double cosh = Math.cosh(a * d);
      double sinhOver = Math.sinh(a * d) / d;
      assertThat(EvenSeries.cosh(a, z).getReal() / cosh).isCloseTo(1, within(1e-15));
      assertThat(EvenSeries.sinhOver(a, z).getReal() / sinhOver).isCloseTo(1, within(1e-15));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e-8, 1e-3, 0.0999, 0.1001, 0.3, 1})
  void squareOfTheInverseHyperbolicSineAgreesWithTheLibrary(double x) {
    double expected = FastMath.asinh(x) * FastMath.asinh(x);
    assertThat(EvenSeries.squaredAsinh(new Binary64(x * x)).getReal())
        .isCloseTo(expected, within(2e-15 * expected));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-8, 1e-3, 0.0099, 0.0101, 0.3})
  void derivativesAreSmoothAtZeroAndBeyond(double z) {
    Gradient unknown = Gradient.variable(1, 0, z);
    // d/dz cosh(a sqrt z) = a sinh(a sqrt z) / (2 sqrt z), and a^2 / 2 at 0.
    double d = Math.sqrt(z);
    double cosh = z == 0 ? 2.0 : Math.sinh(2 * d) / d;
    assertThat(EvenSeries.cosh(2, unknown).getGradient()[0]).isCloseTo(cosh, within(1e-13));
    // d/du asinh^2(sqrt u) = asinh(sqrt u) / (sqrt u sqrt(1 + u)), and 1 at 0.
    double asinh = z == 0 ? 1 : FastMath.asinh(d) / (d * Math.sqrt(1 + z));
    assertThat(EvenSeries.squaredAsinh(unknown).getGradient()[0]).isCloseTo(asinh, within(1e-13));
  }
}
