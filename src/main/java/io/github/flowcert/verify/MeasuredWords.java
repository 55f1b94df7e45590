package io.github.flowcert.verify;

import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.problem.Measurements;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * What was measured, in lines for people.
 *
 * @param problem the problem
 */
record MeasuredWords(MatrixProblem problem) {
  /** More numbers than this are a matter of the case file. */
  private static final int MOST_NUMBERS = 64;

  /**
   * A line for each measurement, or one that says how many there are where these would be too many
   * to be read; empty where there are none.
   */
  Optional<List<String>> lines() {
    return problem instanceof LeastSquares regression
        ? Optional.of(new RegressionWords(regression).lines())
        : problem.measurements().map(this::lines);
  }

  private List<String> lines(Measurements measurements) {
    int entries = problem.rows() * problem.columns();
    if ((long) measurements.count() * entries > MOST_NUMBERS) {
      return List.of(
          measurements.count()
              + " measurements of a "
              + problem.rows()
              + "-by-"
              + problem.columns()
              + " matrix, as the case file has them");
    }
    return IntStream.range(0, measurements.count()).mapToObj(i -> line(measurements, i)).toList();
  }

  private String line(Measurements measurements, int i) {
    StringJoiner rows = new StringJoiner(", ", "[", "]");
    for (int row = 0; row < problem.rows(); row++) {
      StringJoiner entries = new StringJoiner(", ", "[", "]");
      for (int column = 0; column < problem.columns(); column++) {
        entries.add(plain(measurements.coefficient(i, row * problem.columns() + column)));
      }
      rows.add(entries.toString());
    }
    return "<" + rows + ", W> = " + plain(measurements.label(i));
  }

  static String plain(double value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
