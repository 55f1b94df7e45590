package io.github.flowcert.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.RandomCompletion;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompletionReaderTest {
  private static final String INLINE = "  observed:\n    - ['?', 1]\n    - [1, 0]";

  /** Made up, in the form of MovieLens 100K: five ratings of three items by three users. */
  private static final Path RATINGS = Path.of("src/test/resources/movielens/u.data");

  @TempDir Path folder;

  private MatrixCompletion read(String problem) throws IOException, InputException {
    return new CaseFixture(folder)
        .read(CaseFixture.changed(INLINE, problem))
        .problem()
        .completion()
        .orElseThrow();
  }

  @Test
  void aRandomProblemIsTheOneOfItsSeed() throws Exception {
    assertThat(read("  random: {size: [9, 7], rank: 2, observed: 20, seed: -3}"))
        .isEqualTo(RandomCompletion.of(9, 7, 2, 20, -3));
  }

  @ParameterizedTest
  @MethodSource("wrongNumbers")
  void numbersThatCannotBeRightAreRefused(String random, String message) throws IOException {
    new CaseFixture(folder)
        .assertRefused(CaseFixture.changed(INLINE, "  random: " + random), "4: " + message);
  }

  static Stream<Arguments> wrongNumbers() {
    return Stream.of(
        arguments(
            "{size: [9], rank: 2, observed: 20, seed: 1}",
            "problem.random.size: found a list; expected [rows, columns]"),
        arguments(
            "{size: [9, 0], rank: 2, observed: 20, seed: 1}",
            "problem.random.size[2]: found 0; expected a whole number from 1 to 1000000"),
        arguments(
            "{size: [9, 7], rank: 8, observed: 20, seed: 1}",
            "problem.random.rank: found 8; expected a whole number from 1 to 7"),
        arguments(
            "{size: [9, 7], rank: 2, observed: 64, seed: 1}",
            "problem.random.observed: found 64; expected a whole number from 1 to 63"),
        arguments(
            "{size: [9, 7], rank: 2, observed: 20}",
            "problem.random.seed: missing; expected a whole number"),
        arguments(
            "{size: [9, 7], rank: 2, observed: 20, seed: 1, noise: 1}",
            "problem.random.noise: unknown key; known here: size, rank, observed, seed"));
  }

  @Test
  void aMatrixLargerThanMemoryIsRefusedWithTheSizeNeeded() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () -> read("  random: {size: [1000000, 900000], rank: 2, observed: 9, seed: 1}"))
        .withMessageContaining(
            "4: problem.random.size: a 1000000-by-900000 matrix has 9.0e+11 numbers,"
                + " for which 8.6e+04 GB of memory are needed")
        .withMessageContaining("; expected fewer numbers");
  }

  @Test
  void ratingsAreEntriesInRowsOfUsersAndColumnsOfItems() throws Exception {
    Files.copy(RATINGS, folder.resolve("u.data"));
    Double[][] entries = {{5.0, null, 4.0}, {null, 1.0, null}, {3.0, 2.0, null}};
    assertThat(read("  movielens: u.data")).isEqualTo(MatrixCompletion.of(entries));
  }

  @Test
  void someRatingsAreDrawnAtRandomFromAll() throws Exception {
    Files.copy(RATINGS, folder.resolve("u.data"));
    MatrixCompletion all = read("  movielens: {file: u.data}");
    MatrixCompletion some = read("  movielens: {file: u.data, observed: 3, seed: 1}");
    assertThat(some.observations()).isEqualTo(3);
    assertThat(some.rows() * 10 + some.columns()).isEqualTo(33);
    for (int k = 0; k < 9; k++) {
      assertThat(some.isObserved(k) && some.value(k) != all.value(k)).isFalse();
    }
    assertThat(read("  movielens: {file: u.data, observed: 3, seed: 1}")).isEqualTo(some);
  }

  @ParameterizedTest
  @MethodSource("wrongLines")
  void aLineThatIsNoRatingIsRefusedWithItsPlace(String line, String message) throws IOException {
    Path data = folder.resolve("u.data");
    Files.writeString(data, "1\t1\t5\t874965758\n" + line + "\n2\t2\t1\t878542960\n");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read("  movielens: u.data"))
        .withMessage(data + ":2: " + message);
  }

  static Stream<Arguments> wrongLines() {
    String four = "; expected user, item, rating, time parted by tabs";
    String number = "a whole number from 1 to 1000000";
    return Stream.of(
        arguments("1,2,3,4", "column 1: found 1 values" + four),
        arguments("", "column 1: found 1 values" + four),
        arguments("1\t2\t3\t4\t5", "column 4: found 5 values" + four),
        arguments("0\t2\t3\t4", "column 1: found '0'; expected user, " + number),
        arguments("1\tx\t3\t4", "column 2: found 'x'; expected item, " + number),
        arguments("1\t2.5\t3\t4", "column 2: found '2.5'; expected item, " + number),
        arguments("1\t2\t\t4", "column 3: a value is missing; expected rating, a finite number"),
        arguments("1\t2\tNaN\t4", "column 3: found 'NaN'; expected rating, a finite number"),
        arguments(
            "1\t2\t1e101\t4",
            "column 3: found '1e101'; expected rating, a finite number, at most 1e100 in size"),
        arguments(
            "1\t1\t3\t4",
            "column 2: user 1 rates item 1 again, as in line 1;"
                + " expected one rating of an item by a user"));
  }

  @Test
  void aFileThatIsMissingOrEmptyIsRefused() throws IOException {
    Path data = folder.resolve("u.data");
    new CaseFixture(folder)
        .assertRefused(
            CaseFixture.changed(INLINE, "  movielens: u.data"),
            "4: problem.movielens: cannot read "
                + data
                + " ("
                + data
                + "); expected the file u.data");
    Files.writeString(data, "");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read("  movielens: u.data"))
        .withMessage(data + ": no ratings; expected a line for each, as in u.data");
  }

  @Test
  void moreRatingsThanThereAreAreRefused() throws IOException {
    Files.copy(RATINGS, folder.resolve("u.data"));
    new CaseFixture(folder)
        .assertRefused(
            CaseFixture.changed(INLINE, "  movielens: {file: u.data, observed: 6, seed: 1}"),
            "4: problem.movielens.observed: found 6; expected a whole number from 1 to 5");
  }
}
