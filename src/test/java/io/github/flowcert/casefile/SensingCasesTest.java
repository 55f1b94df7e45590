package io.github.flowcert.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.problem.MatrixSensing;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SensingCasesTest {
  private static final String PROBLEM =
      "problem:\n  kind: matrix-completion\n  observed:\n    - ['?', 1]\n    - [1, 0]\n";
  private static final String INLINE =
      "[{matrix: [[1, 0, 2], [0, -1, 3]], label: 1.5}, {matrix: [[0, 1, 0], [1, 0, 0]], label: -2}]";
  private static final MatrixSensing EXPECTED =
      MatrixSensing.of(
          2, 3, new double[][] {{1, 0, 2, 0, -1, 3}, {0, 1, 0, 1, 0, 0}}, new double[] {1.5, -2});

  @TempDir Path folder;

  private static String measuring(String measurements) {
    return problem("measurements: " + measurements);
  }

  private static String problem(String body) {
    return CaseFixture.changed(PROBLEM, "problem:\n  kind: matrix-sensing\n  " + body + "\n");
  }

  private MatrixProblem read(String text) throws IOException, InputException {
    return new CaseFixture(folder).read(text).problem();
  }

  @Test
  void measurementsStandInTheCaseFile() throws Exception {
    assertThat(read(measuring(INLINE))).isEqualTo(EXPECTED);
    assertThat(
            read(
                measuring(
                    "{matrices: [[[1, 0, 2], [0, -1, 3]], [[0, 1, 0], [1, 0, 0]]],"
                        + " labels: [1.5, -2]}")))
        .isEqualTo(EXPECTED);
  }

  @Test
  void measurementsStandInFilesBesideTheCaseFile() throws Exception {
    Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("data/a1.csv"), "# A_1\n1,0,2\n0,-1,3\n");
    Files.writeString(folder.resolve("data/a2.csv"), "0, 1, 0\n1, 0, 0");
    Files.writeString(folder.resolve("data/y.csv"), "1.5\n-2\n");
    assertThat(
            read(
                measuring("[{matrix: data/a1.csv, label: 1.5}, {matrix: data/a2.csv, label: -2}]")))
        .isEqualTo(EXPECTED);
    assertThat(read(measuring("{matrices: [data/a1.csv, data/a2.csv], labels: data/y.csv}")))
        .isEqualTo(EXPECTED);
  }

  /**
   * The labels are those of a matrix of rank 2: no other W* of rank 1 would do, and 24 unknowns.
   */
  @Test
  void randomMeasurementsAreDeterminedByTheirSeed() throws Exception {
    String random = "random: {size: [4, 6], measurements: 24, rank: 2, seed: 1}";
    MatrixSensing problem = (MatrixSensing) read(problem(random));
    assertThat(problem.observations()).isEqualTo(24);
    RealMatrix system = MatrixUtils.createRealMatrix(24, 24);
    double[] labels = new double[24];
    for (int i = 0; i < 24; i++) {
      system.setRow(i, problem.matrix(i));
      labels[i] = problem.label(i);
    }
    double[] truth =
        new SingularValueDecomposition(system)
            .getSolver()
            .solve(MatrixUtils.createRealVector(labels))
            .toArray();
    RealMatrix matrix = MatrixUtils.createRealMatrix(4, 6);
    for (int k = 0; k < 24; k++) {
      matrix.setEntry(k / 6, k % 6, truth[k]);
    }
    double[] values = new SingularValueDecomposition(matrix).getSingularValues();
    assertThat(values[1]).isGreaterThan(0.1);
    assertThat(values[2]).isCloseTo(0, within(1e-9));
    assertThat(read(problem(random))).isEqualTo(problem);
    assertThat(read(problem(random.replace("seed: 1", "seed: 2")))).isNotEqualTo(problem);
  }

  @ParameterizedTest
  @MethodSource
  void measurementsThatCannotBeRightAreRefused(String body, String message) throws IOException {
    new CaseFixture(folder).assertRefused(problem(body), message);
  }

  static Stream<Arguments> measurementsThatCannotBeRightAreRefused() {
    String one = "measurements: [{matrix: [[1, 0], [0, 1]], label: 1}, ";
    return Stream.of(
        arguments(
            one + "{matrix: [[1, 0]], label: 0}]",
            "4: problem.measurements[2].matrix: found a 1-by-2 matrix; expected 2-by-2, the size of"
                + " the first measurement matrix"),
        arguments(
            one + "{matrix: [[1, 0], [0]], label: 0}]",
            "4: problem.measurements[2].matrix[2]: found 1 entries; expected as many as in row 1,"
                + " which has 2"),
        arguments(
            one + "{matrix: [[0, 0], [0, 0]], label: 0}]",
            "4: problem.measurements[2].matrix: a measurement matrix of zeros measures nothing;"
                + " expected another entry"),
        arguments(
            "measurements: {matrices: [[[1, 0]]], labels: [1, 2]}",
            "4: problem.measurements.labels: found 2 labels; expected 1, one for each measurement"
                + " matrix"),
        arguments(
            "measurements: {matrices: [[[1, 0]]], labels: [one]}",
            "4: problem.measurements.labels[1]: found 'one'; expected a finite number"),
        arguments(
            "random: {size: [4, 6], measurements: 20, rank: 5, seed: 1}",
            "4: problem.random.rank: found 5; expected a whole number from 1 to 4"));
  }

  @Test
  void whatAFileHasWrongIsToldWithLineAndColumn() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "1,0\n0,x\n");
    refusedWith(measuring("[{matrix: a.csv, label: 1}]"), file + ":2: column 2: found 'x';");
    Files.writeString(file, "1,0\n\n,2\n");
    refusedWith(
        measuring("[{matrix: a.csv, label: 1}]"), file + ":3: column 1: a value is missing;");
    refusedWith(
        measuring("{matrices: [[[1, 0]]], labels: a.csv}"),
        file + ":3: column 1: a value is missing;");
    refusedWith(measuring("[{matrix: b.csv, label: 1}]"), "problem.measurements[1].matrix: cannot");
  }

  private void refusedWith(String text, String message) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining(message);
  }

  @Test
  void stochasticDescentIsRefusedForMeasurements() throws IOException {
    String descent =
        "descent: {learning-rates: [1e-2], iterations: 5, method: {kind: stochastic, batch: 1,"
            + " seed: 1}}\nclaims:";
    refusedWith(
        measuring(INLINE).replace("claims:", descent),
        "descent.method.kind: stochastic descent draws observed entries, which matrix-sensing has"
            + " not; expected another method");
  }
}
