package io.github.flowcert.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Least squares in case files: what is read, and what is refused with which line. */
class RefusedRegressionsTest {
  private static final String REST = "\ninitial: {kind: zero}\nclaims: [determinant-sign]\n";

  @TempDir Path folder;

  private static String problem(String design, String labels) {
    return "case: r\nproblem:\n  kind: least-squares\n  X: " + design + "\n  y: " + labels + REST;
  }

  private Case read(String design, String labels) throws Exception {
    return new CaseFixture(folder).read(problem(design, labels));
  }

  private LeastSquares regression(String design, String labels) throws Exception {
    return (LeastSquares) read(design, labels).problem();
  }

  @Test
  void inlineAndFileAreTheSameProblem() throws Exception {
    Files.writeString(folder.resolve("x.csv"), "# two rows\n1, 2,0\n\n0,1,1e0\n");
    Files.writeString(folder.resolve("y.csv"), "\uFEFF1\r\n-1");
    LeastSquares inline = regression("[[1, 2, 0], [0, 1, 1]]", "[1, -1]");
    assertThat(regression("x.csv", "y.csv")).isEqualTo(inline);
    Files.writeString(folder.resolve("row.csv"), "1,-1\n");
    assertThat(regression("x.csv", "row.csv")).isEqualTo(inline);
    assertThat(inline.rows()).isEqualTo(3);
    assertThat(inline.observations()).isEqualTo(2);
  }

  @Test
  void randomDataAreThoseOfTheirSeeds() throws Exception {
    String design = "{random: {size: [5, 4], rank: 2, condition: 100, seed: 1}}";
    LeastSquares first = regression(design, "{random: {seed: 2, noise: 0.1}}");
    assertThat(regression(design, "{random: {seed: 2, noise: 0.1}}")).isEqualTo(first);
    assertThat(regression(design, "{random: {seed: 3, noise: 0.1}}")).isNotEqualTo(first);
    assertThat(regression(design, "{random: {seed: 2}}")).isNotEqualTo(first);
    assertThat(first.singularValues().values()).hasSize(2);
    assertThat(first.singularValues().values().get(1).high()).isBetween(0.00999, 0.01001);
  }

  @Test
  void aRegressionIsFollowedUntilItRests() throws Exception {
    assertThat(read("[[1]]", "[1]").flow().untilLoss()).isZero();
    assertThat(read("[[1]]", "[1]").factorization().depth()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '"',
      value = {
        "[[1, 2], [3]] => [1, 2] => 4: problem.X[2]: found 1 entries; expected as many as in row 1, which has 2",
        "[[1, two]] => [1] => 4: problem.X[1][2]: found 'two'; expected a finite number",
        "[[1, 2]] => [1, 2] => 5: problem.y: found 2 labels; expected 1, one for each row of X",
        "[[1, 2], [3, 4]] => [1] => 5: problem.y: found 1 label; expected 2, one for each row of X",
        "{random: {size: [3], condition: 2, seed: 1}} => [1] => 4: problem.X.random.size: found a list; expected [rows, columns]",
        "{random: {size: [3, 4], rank: 4, condition: 2, seed: 1}} => [1] => 4: problem.X.random.rank: found 4; expected a whole number from 1 to 3",
        "{random: {size: [3, 4], seed: 1}} => [1] => 4: problem.X.random.condition: missing; expected the quotient of the largest and the smallest singular value",
        "{random: {size: [12, 6], condition: 1e15, seed: 1}} => [1] => 4: problem.X.random.condition: the smallest singular value is lost in the rounding of entries; expected less than 3.8e+14 for a side of 12",
        "{random: {size: [3, 4], condition: 1e16, seed: 1}} => [1] => 4: problem.X.random.condition: found 1e16; expected a number from 1.0 to 1.0E15",
        "{random: {size: [3, 4], condition: 2}} => [1] => 4: problem.X.random.seed: missing; expected a whole number",
        "[[1]] => {random: {seed: 1, noise: -1}} => 5: problem.y.random.noise: found -1; expected a number that is 0 or more",
      })
  void whatCannotBeRightIsRefused(String design, String labels, String message) throws IOException {
    new CaseFixture(folder).assertRefused(problem(design, labels), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '"',
      value = {
        "1,2|3,x => 2: column 2: found 'x'; expected a finite number",
        "1,2|3, => 2: column 2: a value is missing; expected a finite number",
        "# titles|a,b => 2: column 1: found 'a'; expected a finite number",
        "1,2|3,4,5 => 2: found 3 numbers; expected 2, as in the first row",
        "1,NaN => 1: column 2: found 'NaN'; expected a finite number",
        "1,1e400 => 1: column 2: found 1e400; expected a finite number, at most 1e100 in size",
        "# => no numbers; expected a line for each row of the matrix",
      })
  void filesAreRefusedWithLineAndColumn(String lines, String message) throws Exception {
    Path file = Files.writeString(folder.resolve("x.csv"), lines.replace('|', '\n'));
    String place = message.startsWith("no numbers") ? ": " : ":";
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read("x.csv", "[1, 2]"))
        .withMessage(file.toAbsolutePath() + place + message);
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read("none.csv", "[1, 2]"))
        .withMessageContaining("case.yaml:4: problem.X: cannot read ")
        .withMessageContaining("; expected a CSV file of numbers");
  }

  /** A sparse file: nothing of it is read but its beginning. */
  @Test
  void moreDataThanMemoryIsRefusedWithTheSizeNeeded() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("x.csv").toFile(), "rw")) {
      file.writeBytes("1,2,3,4\n".repeat(10_000));
      file.setLength(1L << 43);
    }
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read("x.csv", "[1, 2]"))
        .withMessageContaining("case.yaml:4: problem.X: ")
        .withMessageMatching(
            ".*x.csv has about 4.4e\\+12 numbers, for which 4.2e\\+05 GB of memory are needed, and"
                + " there are .* GB; expected fewer numbers, or more memory with java -Xmx\\d+g");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () -> read("{random: {size: [1000000, 1000000], condition: 2, seed: 1}}", "[1, 2]"))
        .withMessageContaining("X has 1.0e+12 numbers, for which 9.6e+04 GB");
  }

  @Test
  void aFactorizationIsRefused() throws IOException {
    new CaseFixture(folder)
        .assertRefused(
            problem("[[1]]", "[1]") + "factorization: {depth: 2}\n",
            "8: factorization: least squares has no factorization; expected no such key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '"',
      value = {
        "{kind: identity, scale: 1} => 6: initial.kind: found 'identity'; expected one of zero, vector",
        "{kind: vector} => 6: initial.value: missing; expected a list of numbers",
        "{kind: vector, value: [1]} => 6: initial.value: found 1 number; expected 2, as many as X has columns",
        "{kind: zero, value: [1, 2]} => 6: initial.value: unknown key; known here: kind, radius",
        "{kind: zero, radius: -1} => 6: initial.radius: found -1; expected a number that is 0 or more",
      })
  void startsThatARegressionHasNotAreRefused(String initial, String message) throws IOException {
    String text = problem("[[1, 2]]", "[1]").replace("{kind: zero}", initial);
    new CaseFixture(folder).assertRefused(text, message);
  }

  @Test
  void startsOfRegressionsAreRefusedElsewhere() throws IOException {
    new CaseFixture(folder)
        .assertRefused(
            CaseFixture.changed("kind: identity\n  scale: 1e-3", "kind: zero"),
            "10: initial.kind: found 'zero'; expected one of identity, balanced-gaussian, gaussian,"
                + " product, factors");
  }
}
