package io.github.flowcert.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "0.1, 0.1",
    "1.8371, 1.837",
    "-22.3249, -22.32",
    "2.54e-4, 2.54e-4",
    "0.001, 0.001",
    "1.00006, 1.000",
    "525, 525",
    "10743, 1.074e4",
    "9999.6, 1.000e4",
    "1234567, 1.235e6",
    "-9.99996e-5, -1.000e-4",
    "1e30, 1e30"
  })
  void numbersHaveFourDigitsOrSayItExactly(double value, String shown) {
    assertThat(Numbers.show(value)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "1.00005, 1.000, 1.001",
    "1.00095, 1.000, 1.001",
    "-3.14159e-7, -3.142e-7, -3.141e-7",
    "99999, 9.999e4, 1.000e5",
    "0.1, 0.1, 0.1"
  })
  void boundsAreRoundedAwayFromWhatTheyBound(double value, String below, String above) {
    assertThat(Numbers.showBelow(value)).isEqualTo(below);
    assertThat(Numbers.showAbove(value)).isEqualTo(above);
  }

  @ParameterizedTest
  @CsvSource({
    "-1100, 1.000e-1100",
    "-1100.5, 3.162e-1101",
    "2, 100.0",
    "-4.00000000001, 1.000e-4",
    "-0.30102999566, 0.5000"
  })
  void powersOfTenMayLieOutsideTheRangeOfDoubles(double power, String shown) {
    assertThat(Numbers.showPowerOfTen(power)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0.6931471805599453, 2.000", "-2533.5367494740108, 5.000e-1101"})
  void exponentialsMayLieOutsideTheRangeOfDoubles(double log, String shown) {
    assertThat(Numbers.showExponential(log)).isEqualTo(shown);
  }
}
