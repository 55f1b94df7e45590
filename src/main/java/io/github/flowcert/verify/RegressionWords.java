package io.github.flowcert.verify;

import io.github.flowcert.linalg.DoubleDouble;
import io.github.flowcert.problem.LeastSquares;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * A regression in lines for people.
 *
 * @param problem the regression
 */
record RegressionWords(LeastSquares problem) {
  /** More numbers than this are a matter of the case file and the files it names. */
  private static final int MOST_NUMBERS = 400;

  /** What the design matrix is, then its rows, or a fingerprint where these are too many. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(design()));
    if ((long) problem.observations() * problem.rows() <= MOST_NUMBERS) {
      IntStream.range(0, problem.observations()).mapToObj(this::equation).forEach(lines::add);
    } else {
      lines.add("[X y], row by row in doubles with the high byte first, has SHA-256 " + digest());
    }
    return List.copyOf(lines);
  }

  private String design() {
    List<DoubleDouble> values = problem.singularValues().values();
    int rank = values.size();
    double condition = rank == 0 ? 1 : values.get(0).high() / values.get(rank - 1).high();
    return String.format(
        Locale.ROOT,
        "X is %d by %d, of rank %d and condition %.4g",
        problem.observations(),
        problem.rows(),
        rank,
        condition);
  }

  private String digest() {
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

  private String equation(int i) {
    StringJoiner row = new StringJoiner(", ", "[", "]");
    IntStream.range(0, problem.rows())
        .forEach(j -> row.add(MeasuredWords.plain(problem.design(i, j))));
    return row + " β = " + MeasuredWords.plain(problem.y(i));
  }
}
