package io.github.flowcert.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.ClosedForm;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.linalg.Flat;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.RandomRegression;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The integrated flow against the closed form, which integrates nothing. */
class RegressionFlowTest {
  private static final int TIMES = 50;
  private static final int PROBLEMS = 10;

  static Trajectory run(
      LeastSquares problem, double[] start, Formulation formulation, List<Double> times) {
    Network network = new Network(problem, List.of());
    Carry from = Starts.factors(network, List.of(start));
    FlowSettings settings =
        new FlowSettings(
            formulation,
            IntegratorKind.AUTO,
            1e-12,
            1e-300,
            0,
            times.get(times.size() - 1),
            1_000_000,
            List.of(),
            times);
    return FlowRun.integrate(network, from, settings);
  }

  /** From 1e-3 to 1e6 of the slowest time scale, in equal ratios. */
  private static List<Double> times(ClosedForm closed) {
    return IntStream.range(0, TIMES)
        .mapToObj(k -> closed.slowest() * Math.pow(10, -3 + 9.0 * k / (TIMES - 1)))
        .toList();
  }

  private static double worst(LeastSquares problem, double[] start, Formulation formulation) {
    ClosedForm closed = new ClosedForm(problem, start);
    List<Double> times = times(closed);
    Trajectory run = run(problem, start, formulation, times);
    assertThat(run.samples()).as(run.stopReason()).hasSize(TIMES);
    double worst = 0;
    for (int k = 0; k < TIMES; k++) {
      FlowState state = run.samples().get(k);
      assertThat(state.time()).isEqualTo(times.get(k));
      double[] expected = closed.at(times.get(k));
      worst = Math.max(worst, distance(state.product(), expected) / Flat.norm(expected));
    }
    return worst;
  }

  private static double distance(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int k = 0; k < a.length; k++) {
      difference[k] = a[k] - b[k];
    }
    return Flat.norm(difference);
  }

  static double[][] gaussian(Random random, int rows, int columns, int rank) {
    double[][] design = new double[rows][columns];
    double[][] left = new double[rows][rank];
    double[][] right = new double[rank][columns];
    fill(random, left);
    fill(random, right);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        for (int k = 0; k < rank; k++) {
          design[i][j] += left[i][k] * right[k][j];
        }
      }
    }
    if (rank == Math.min(rows, columns)) {
      fill(random, design);
    }
    return design;
  }

  private static void fill(Random random, double[][] matrix) {
    for (double[] row : matrix) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextGaussian();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "underdetermined, 5, 9, 5",
    "overdetermined, 12, 6, 6",
    "square, 6, 6, 6",
    "rank-deficient and tall, 10, 7, 4",
    "rank-deficient and wide, 7, 10, 4"
  })
  void numericFlowIsClosedFormToTenDigits(String shape, int rows, int columns, int rank) {
    Random random = new Random(rows * 100 + columns);
    for (int k = 0; k < PROBLEMS; k++) {
      double[][] design = gaussian(random, rows, columns, rank);
      LeastSquares problem = LeastSquares.of(design, random.doubles(rows, -2, 2).toArray());
      double[] start = k % 2 == 0 ? new double[columns] : random.doubles(columns, -2, 2).toArray();
      assertThat(problem.singularValues().values()).hasSize(rank);
      for (Formulation formulation :
          List.of(Formulation.AUTO, Formulation.PRODUCT, Formulation.SINGULAR_VALUES)) {
        assertThat(worst(problem, start, formulation))
            .as("%s problem %s, %s", shape, k, formulation)
            .isLessThan(1e-10);
      }
    }
  }

  /**
   * Relative to the norm of beta at the same time. X^T X would have condition 1e24 and no digit of
   * the slow time scales; what keeps them is that R is graded and its entries are rounded each by
   * itself.
   */
  @ParameterizedTest
  @CsvSource({
    "6, 6, 6, true",
    "12, 6, 6, false",
    "12, 6, 6, true",
    "5, 9, 5, true",
    "9, 7, 4, true"
  })
  void illConditionedFlowIsClosedFormToTenDigits(
      int rows, int columns, int rank, boolean explained) {
    for (int seed = 0; seed < PROBLEMS; seed++) {
      double[][] design = RandomRegression.design(rows, columns, rank, 1e12, seed);
      double[] labels =
          explained
              ? RandomRegression.labels(design, 0, seed)
              : RandomRegression.labels(rows, seed);
      LeastSquares problem = LeastSquares.of(design, labels);
      for (Formulation formulation : List.of(Formulation.AUTO, Formulation.SINGULAR_VALUES)) {
        assertThat(worst(problem, new double[columns], formulation)).isLessThan(1e-10);
      }
    }
  }
}
