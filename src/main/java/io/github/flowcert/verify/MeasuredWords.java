package io.github.flowcert.verify;

import io.github.flowcert.linalg.DoubleDouble;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.problem.Measurements;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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
  private static final int MOST_NUMBERS = 400;

  /** A line for each measurement; empty where there are none, or too many to be read. */
  Optional<List<String>> lines() {
    return problem instanceof LeastSquares regression
        ? Optional.of(regression(regression))
        : measured();
  }

  /** What the design matrix is, and its rows where they are not too many. */
  private static List<String> regression(LeastSquares problem) {
    List<DoubleDouble> values = problem.singularValues().values();
    double condition =
        values.isEmpty() ? 1 : values.get(0).high() / values.get(values.size() - 1).high();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "X is %d by %d, of rank %d and condition %.4g",
            problem.observations(),
            problem.rows(),
            values.size(),
            condition));
    if ((long) problem.observations() * problem.rows() <= MOST_NUMBERS) {
      IntStream.range(0, problem.observations()).forEach(i -> lines.add(equation(problem, i)));
    } else {
      lines.add(
          "[X y], row by row in doubles with the high byte first, has SHA-256 " + digest(problem));
    }
    return List.copyOf(lines);
  }

  private static String digest(LeastSquares problem) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < problem.observations(); i++) {
        ByteBuffer row = ByteBuffer.allocate(Double.BYTES * (problem.rows() + 1));
        for (int j = 0; j < problem.rows(); j++) {
          row.putDouble(problem.design(i, j));
        }
        digest.update(row.putDouble(problem.y(i)).array());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String equation(LeastSquares problem, int i) {
    StringJoiner row = new StringJoiner(", ", "[", "]");
    IntStream.range(0, problem.rows()).forEach(j -> row.add(plain(problem.design(i, j))));
    return row + " β = " + plain(problem.y(i));
  }

  private Optional<List<String>> measured() {
    int entries = problem.rows() * problem.columns();
    return problem
        .measurements()
        .filter(measurements -> (long) measurements.count() * entries <= MOST_NUMBERS)
        .map(
            measurements ->
                IntStream.range(0, measurements.count())
                    .mapToObj(i -> line(measurements, i))
                    .toList());
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

  private static String plain(double value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
