package io.github.flowcert.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.testing.Problems;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquareBlockTest {
  private static final double[] BLOCK = {0.2, 0.1, -0.1, 0.3};
  private static final FlowSettings SETTINGS = Problems.until(1e-3);

  /** Appendix A for 2 by 2, with zeros in further rows and columns. */
  private static MatrixCompletion problem(int rows, int columns) {
    Double[][] entries = new Double[rows][columns];
    for (Double[] row : entries) {
      Arrays.fill(row, 0.0);
    }
    entries[0][0] = null;
    entries[0][1] = 1.0;
    entries[1][0] = 1.0;
    return MatrixCompletion.of(entries);
  }

  private static double[] embedded(int rows, int columns) {
    double[] matrix = new double[rows * columns];
    matrix[0] = BLOCK[0];
    matrix[1] = BLOCK[1];
    matrix[columns] = BLOCK[2];
    matrix[columns + 1] = BLOCK[3];
    return matrix;
  }

  private static Carry start(Network network) {
    MatrixProblem problem = network.problem();
    return Starts.product(network, embedded(problem.rows(), problem.columns()));
  }

  /** The whole matrix by Lemma 1 and by the factors of eq. (4), which know nothing of blocks. */
  @ParameterizedTest
  @CsvSource({"2, 4, 2", "2, 4, 3", "3, 2, 2", "4, 2, 4"})
  void theWholeMatrixMovesAsItsBlock(int rows, int columns, int depth) {
    Network network = Problems.network(problem(rows, columns), depth);
    FlowSettings upTo = SETTINGS.upTo(4, List.of());
    FlowState byBlock = FlowRun.integrate(network, start(network), upTo).end();
    for (Formulation other : new Formulation[] {Formulation.PRODUCT, Formulation.FACTORS}) {
      FlowState whole =
          FlowRun.integrate(network, start(network), upTo.with(other, IntegratorKind.RADAU)).end();
      assertThat(byBlock.product()).containsExactly(whole.product(), within(1e-7));
      assertThat(byBlock.gradient()).containsExactly(whole.gradient(), within(1e-7));
      assertThat(byBlock.loss()).isCloseTo(whole.loss(), within(1e-7));
      assertThat(byBlock.logSingularValues())
          .containsExactly(whole.logSingularValues(), within(1e-6));
      assertThat(byBlock.factorScale()).isCloseTo(whole.factorScale(), within(1e-6));
    }
    assertThat(byBlock.rows()).isEqualTo(rows);
    assertThat(byBlock.determinantSign()).isZero();
    assertThat(byBlock.logAbsDeterminant()).isNaN();
  }

  @Test
  void theBlockKeepsItsDeterminantsSignWhereTheWholeMatrixLosesIt() {
    Network network = Problems.network(problem(2, 4), 2);
    Trajectory early = FlowRun.integrate(network, start(network), Problems.until(1e-1));
    assertThat(early.end().leadingDeterminantSign()).isEqualTo(1);
    Trajectory run = FlowRun.integrate(network, start(network), Problems.until(1e-8));
    // In the entries of the product matrix such a determinant is a rounding error.
    assertThat(run.end().logSingularValues()[1]).isLessThan(Math.log(1e-20));
    assertThat(run.end().entry(1, 1) * Math.sqrt(2e-8)).isCloseTo(1, within(1e-3));
    assertThat(run.segments())
        .allSatisfy(
            segment -> {
              assertThat(segment.representableRatio()).isZero();
              assertThat(segment.why()).endsWith("; zeros outside the leading square block stay");
            });
  }

  @Test
  void whatDoesNotStayZeroIsFollowedAsAWhole() {
    Network zeros = Problems.network(problem(2, 3), 2);
    assertThat(SquareBlock.of(zeros, start(zeros), SETTINGS)).isPresent();
    double[] outside = embedded(2, 3);
    outside[5] = 1e-9;
    assertThat(SquareBlock.of(zeros, Starts.product(zeros, outside), SETTINGS)).isEmpty();
    MatrixCompletion target =
        Problems.completion(new Double[] {null, 1.0, 0.0}, new Double[] {1.0, 0.0, 0.5});
    Network other = Problems.network(target, 2);
    assertThat(SquareBlock.of(other, start(other), SETTINGS)).isEmpty();
  }

  @Test
  void unobservedEntriesOutsideTheBlockDoNotMoveIt() {
    MatrixCompletion free =
        Problems.completion(new Double[] {null, 1.0, null}, new Double[] {1.0, 0.0, 0.0});
    Network network = Problems.network(free, 3);
    SquareBlock block = SquareBlock.of(network, start(network), SETTINGS).orElseThrow();
    assertThat(block.network().problem()).isEqualTo(Problems.analysed(0));
    assertThat(block.start().product()).containsExactly(BLOCK);
  }

  @Test
  void squareSingularUnbalancedAndShallowMatricesAreFollowedAsAWhole() {
    Network square = Problems.network(Problems.analysed(0), 2);
    assertThat(SquareBlock.of(square, Starts.identity(square, 1), SETTINGS)).isEmpty();
    Network wide = Problems.network(problem(2, 3), 2);
    double[] singular = {1, 1, 0, 1, 1, 0};
    assertThat(SquareBlock.of(wide, Starts.product(wide, singular), SETTINGS)).isEmpty();
    Carry unbalanced =
        Starts.factors(
            wide, List.of(new double[] {0.2, 0, 0, 0, 0.1, 0}, new double[] {0.1, 0, 0, 0.1}));
    assertThat(SquareBlock.of(wide, unbalanced, SETTINGS)).isEmpty();
    Network shallow = Problems.network(problem(2, 3), 1);
    assertThat(SquareBlock.of(shallow, start(shallow), SETTINGS)).isEmpty();
    FlowSettings product = SETTINGS.with(Formulation.PRODUCT, IntegratorKind.AUTO);
    assertThat(SquareBlock.of(wide, start(wide), product)).isEmpty();
  }
}
