package io.github.flowcert.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.flow.ClosedForm;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.problem.LeastSquares;
import java.util.List;
import java.util.Random;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the flow ends, against the pseudo-inverses of Hipparchus and of Apache Commons Math. */
class RegressionLimitTest {

  @ParameterizedTest
  @CsvSource({
    "underdetermined, 5, 9, 5",
    "overdetermined, 12, 6, 6",
    "square, 6, 6, 6",
    "rank-deficient and tall, 10, 7, 4",
    "rank-deficient and wide, 7, 10, 4"
  })
  void flowEndsAtPseudoInverseFromZeroAndFromElsewhere(
      String shape, int rows, int columns, int rank) {
    Random random = new Random(rows * 31 + columns);
    for (int k = 0; k < 10; k++) {
      double[][] design = RegressionFlowTest.gaussian(random, rows, columns, rank);
      double[] labels = random.doubles(rows, -2, 2).toArray();
      LeastSquares problem = LeastSquares.of(design, labels);
      double[] start = k % 2 == 0 ? new double[columns] : random.doubles(columns, -2, 2).toArray();
      double end = 100 * new ClosedForm(problem, start).slowest();
      double[] found =
          RegressionFlowTest.run(problem, start, Formulation.AUTO, List.of(end)).end().product();
      String which = shape + ", problem " + k;
      assertThat(found).as(which).containsExactly(hipparchus(design, labels, start), within(1e-9));
      assertThat(found).as(which).containsExactly(commons(design, labels, start), within(1e-9));
      assertThat(new ClosedForm(problem, start).limit())
          .as(which)
          .containsExactly(hipparchus(design, labels, start), within(1e-9));
      assertThat(new ClosedForm(problem, start).leastNorm())
          .as(which)
          .containsExactly(commons(design, labels, new double[columns]), within(1e-9));
    }
  }

  /** beta(0) + X^+ (y - X beta(0)). */
  private static double[] hipparchus(double[][] design, double[] labels, double[] start) {
    double[] way =
        new SingularValueDecomposition(MatrixUtils.createRealMatrix(design))
            .getSolver()
            .getInverse()
            .operate(left(design, labels, start));
    return sum(start, way);
  }

  private static double[] commons(double[][] design, double[] labels, double[] start) {
    double[] way =
        new org.apache.commons.math3.linear.SingularValueDecomposition(
                org.apache.commons.math3.linear.MatrixUtils.createRealMatrix(design))
            .getSolver()
            .getInverse()
            .operate(left(design, labels, start));
    return sum(start, way);
  }

  private static double[] left(double[][] design, double[] labels, double[] start) {
    double[] left = labels.clone();
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < start.length; j++) {
        left[i] -= design[i][j] * start[j];
      }
    }
    return left;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int k = 0; k < sum.length; k++) {
      sum[k] += b[k];
    }
    return sum;
  }
}
