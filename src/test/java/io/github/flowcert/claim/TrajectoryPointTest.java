package io.github.flowcert.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.expression.Expression;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.norm.Schatten;
import io.github.flowcert.problem.MatrixCompletion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrajectoryPointTest {
  /** [3, 0], [4, 5] has singular values sqrt 45 and sqrt 5, determinant 15. */
  private static final TrajectoryPoint POINT =
      Points.point(Points.state(3, 0, 4, 5), -1, new Schatten("schatten 1/2", 0.5));

  private static double valueOf(String text) throws ExpressionException {
    return Expression.parse(text, ClaimVocabulary.of(Points.PROBLEM, true)).evaluate(POINT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "t; 3",
        "loss; 17.5",
        "det; 15",
        "logabsdet; 2.70805020110221",
        "detsign; 1",
        "initialdetsign; -1",
        "lossrate; -0.125",
        "balance; 1e-9",
        "factorscale; 4",
        "reltol; 1e-8",
        "abstol; 1e-12",
        "w(1,1); 3",
        "w(1,2); 0",
        "w(2,1); 4",
        "w(2,2); 5",
        "sigma(1)^2; 45",
        "sigma(2)^2; 5",
        "logsigma(1); 1.903331244885",
        "logsigma(2); 0.80471895621705",
        "norm(frobenius)^2; 50",
        "norm(nuclear)/Sqrt(5); 4",
        "norm(spectral)^2; 45",
        "schatten(1)/Sqrt(5); 4",
        "schatten(2)^2; 50",
        "schatten(Infinity)^2; 45",
        "entrywise(1); 12",
        "entrywise(2)^2; 50",
        "entrywise(Infinity); 5",
        "Sqrt(entrywise(1/2)); 5.968118785068667",
        "distance(0)^2; 50",
        "distance(1)^2; 5",
        "distance(2); 0",
        "normvalue/Sqrt(5); 7.464101615137754",
        "unitnorm; 1",
        "largestunitnorm; 1",
        "unobserved; 3",
        "infimaldistance^2; 5",
        "z; 1",
        "zprime; 1",
        "epsilon; 0",
        "c; 2",
        "Log(erank); 0.5623351446188083",
      })
  void hasTheQuantitiesOfTheContract(String text, double expected) throws ExpressionException {
    assertThat(valueOf(text)).isCloseTo(expected, within(1e-13 * Math.abs(expected)));
  }

  /** Observations 2, 3, 5, 7 row by row, one of them left out. */
  @ParameterizedTest
  @CsvSource({"0, 3, 5, 7", "1, 2, 7, 5", "2, 7, 2, 3", "3, 5, 3, 2"})
  void theObservationsOfTheorem2AreThoseSeenFromTheUnobservedEntry(
      int unobserved, double z, double zprime, double epsilon) {
    Double[][] entries = {{2.0, 3.0}, {5.0, 7.0}};
    entries[unobserved / 2][unobserved % 2] = null;
    Setting setting = new Setting(MatrixCompletion.of(entries), 2, 1, 1e-8, 1e-12, null);
    FlowState state = Points.state(11, 13, 17, 19);
    TrajectoryPoint point = new TrajectoryPoint(state, Double.NaN, setting);
    assertThat(point.symbol("z")).isEqualTo(z);
    assertThat(point.symbol("zprime")).isEqualTo(zprime);
    assertThat(point.symbol("epsilon")).isEqualTo(epsilon);
    assertThat(point.symbol("unobserved")).isEqualTo(state.product()[unobserved]);
  }

  @Test
  void theSignOutlivesTheDeterminant() {
    FlowState state =
        new FlowState(0, 1e-6, 2, 2, new double[4], new double[] {6.5, -2507}, -1, -2500.5, 0, 1);
    TrajectoryPoint point = Points.point(state, -1, null);
    assertThat(point.symbol("det")).isZero();
    assertThat(point.symbol("detsign")).isEqualTo(-1);
    assertThat(point.symbol("logabsdet")).isEqualTo(-2500.5);
  }

  @Test
  void refusesWhatItDoesNotHave() {
    assertThatThrownBy(() -> POINT.symbol("gradient")).hasMessageContaining("gradient");
    assertThatThrownBy(() -> POINT.call("rho", new double[] {1})).hasMessageContaining("rho");
  }
}
