package io.github.flowcert.casefile;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedSetupsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource({"kinds", "matrices", "entries"})
  void problemsThatCannotBeRightAreRefused(String from, String to, String message)
      throws IOException {
    new CaseFixture(folder).assertRefused(CaseFixture.changed(from, to), message);
  }

  static Stream<Arguments> kinds() {
    String kind = "matrix-completion";
    return Stream.of(
        arguments(
            kind,
            "puzzle",
            "3: problem.kind: found 'puzzle'; expected one of "
                + kind
                + ", matrix-sensing, least-squares"));
  }

  static Stream<Arguments> matrices() {
    String rows = "\n    - ['?', 1]\n    - [1, 0]";
    return Stream.of(
        arguments(
            "- [1, 0]",
            "- [1, 0, 2]",
            "6: problem.observed[2]: found 3 entries;"
                + " expected as many as in row 1, which has 2"),
        arguments(
            rows,
            " []",
            "4: problem.observed: found an empty list;"
                + " expected a list of rows, as in [[1, 0], [0, 1]]"),
        arguments(
            rows,
            " [[]]",
            "4: problem.observed[1]: found an empty list;"
                + " expected a row of entries, as in [1, 0]"),
        arguments(
            rows,
            " [['?'], ['?']]",
            "4: problem.observed: no entry is observed; expected at least one number"));
  }

  static Stream<Arguments> entries() {
    String right = "; expected a finite number, or '?' in quotes";
    String place = "6: problem.observed[2][2]: found ";
    return Stream.of(
        arguments("[1, 0]", "[1, NaN]", place + "'NaN'" + right),
        arguments("[1, 0]", "[1, .nan]", place + ".nan" + right),
        arguments("[1, 0]", "[1, -.inf]", place + "-.inf" + right),
        arguments("[1, 0]", "[1, zero]", place + "'zero'" + right),
        arguments("[1, 0]", "[1, ~]", place + "nothing" + right),
        arguments("[1, 0]", "[1, ? ]", place + "a map" + right),
        arguments("[1, 0]", "[1, '0']", place + "'0'" + right + ", without quotes"),
        arguments(
            "[1, 0]", "[1, 1e309]", place + "1e309" + right + ", of a size that a double can hold"),
        arguments(
            "[1, 0]",
            "[1, 1e-330]",
            place + "1e-330" + right + ", of a size that a double can hold"));
  }

  @ParameterizedTest
  @MethodSource
  void factorizationsThatCannotBeRightAreRefused(String to, String message) throws IOException {
    new CaseFixture(folder).assertRefused(CaseFixture.changed("depth: 2", to), message);
  }

  static Stream<Arguments> factorizationsThatCannotBeRightAreRefused() {
    String whole = "; expected a whole number from 1 to 1000";
    return Stream.of(
        arguments("depth: 0", "8: factorization.depth: found 0" + whole),
        arguments("depth: 2.5", "8: factorization.depth: found 2.5" + whole),
        arguments("depth: 1e10", "8: factorization.depth: found 1e10" + whole),
        arguments("depth: two", "8: factorization.depth: found 'two'" + whole),
        arguments(
            "depth: 3\n  hidden: [2]",
            "9: factorization.hidden: found a list of 1;"
                + " expected depth - 1 hidden dimensions, which is 2"),
        arguments(
            "depth: 3\n  hidden: [2, 1]",
            "9: factorization.hidden[2]: a hidden dimension of 1 limits the rank;"
                + " expected at least 2, the smaller side of problem.observed"),
        arguments(
            "depth: 2\n  hidden: 2",
            "9: factorization.hidden: found 2; expected a list of depth - 1 hidden dimensions"));
  }

  @ParameterizedTest
  @MethodSource({"scaledStarts", "productStarts", "factorStarts"})
  void startsThatCannotBeRightAreRefused(String to, String message) throws IOException {
    String initial = "  kind: identity\n  scale: 1e-3\n";
    new CaseFixture(folder).assertRefused(CaseFixture.changed(initial, to + "\n"), message);
  }

  static Stream<Arguments> scaledStarts() {
    String identity = "  kind: identity\n  scale: ";
    String gaussian = "  kind: gaussian\n  scale: 1\n";
    return Stream.of(
        arguments(identity + "-1e-3", "11: initial.scale: found -1e-3; expected a number above 0"),
        arguments(identity + "0", "11: initial.scale: found 0; expected a number above 0"),
        arguments(
            identity + "1\n  radius: -1e-6",
            "12: initial.radius: found -1e-6; expected a number that is 0 or more"),
        arguments(
            identity + "1\n  determinant: negative",
            "12: initial.determinant: the identity has determinant 1;"
                + " expected positive, or another kind of start"),
        arguments(
            "  kind: zero",
            "10: initial.kind: found 'zero';"
                + " expected one of identity, balanced-gaussian, gaussian, product, factors"),
        arguments(
            gaussian, "10: initial.seed: missing; expected a whole number for the random start"),
        arguments(
            gaussian + "  seed: 1.5",
            "12: initial.seed: found 1.5; expected a whole number of 64 bits"),
        arguments(
            gaussian + "  seed: 1\n  determinant: zero",
            "13: initial.determinant: found 'zero'; expected one of positive, negative"));
  }

  static Stream<Arguments> productStarts() {
    String product = "  kind: product\n  product: ";
    return Stream.of(
        arguments(
            product + "[[1, 2, 3], [4, 5, 6]]",
            "11: initial.product: found a 2-by-3 matrix;"
                + " expected 2-by-2, the size of problem.observed"),
        arguments(
            product + "[[1, 2]]",
            "11: initial.product: found a 1-by-2 matrix;"
                + " expected 2-by-2, the size of problem.observed"),
        arguments(
            product + "[[1, 2], [3, .inf]]",
            "11: initial.product[2][2]: found .inf; expected a finite number"),
        arguments(
            "  kind: product",
            "10: initial.product: missing; expected the rows of a 2-by-2 matrix"),
        arguments(
            product + "[[1, 2], [3, 4]]\n  scale: 1",
            "12: initial.scale: unknown key; known here: kind, radius, product"));
  }

  static Stream<Arguments> factorStarts() {
    String factors = "  kind: factors\n  factors: ";
    return Stream.of(
        arguments(
            factors + "[[[1, 0], [0, 1]]]",
            "11: initial.factors: found a list of 1;"
                + " expected one matrix per layer, of which factorization.depth has 2"),
        arguments(
            factors + "[[[1, 0], [0, 1]], [[1, 0, 0], [0, 1, 0]]]",
            "11: initial.factors[2]: found a 2-by-3 matrix;"
                + " expected 2 columns, as many as W_1 has rows"),
        arguments(
            factors + "[[[1, 0, 0], [0, 1, 0]], [[1, 0], [0, 1]]]",
            "11: initial.factors[1]: found a 2-by-3 matrix;"
                + " expected 2 columns, as many as problem.observed has columns"),
        arguments(
            factors + "[[[1, 0], [0, 1]], [[1, 0]]]",
            "11: initial.factors[2]: found a 1-by-2 matrix;"
                + " expected 2 rows, as many as problem.observed has rows"),
        arguments(
            factors + "[[[1, 0]], [[1], [1]]]",
            "11: initial.factors[1]: a hidden dimension of 1 limits the rank;"
                + " expected at least 2, the smaller side of problem.observed"));
  }

  @ParameterizedTest
  @MethodSource
  void startsThatContradictTheRestOfTheFileAreRefused(
      String from, String to, String initial, String message) throws IOException {
    String text = CaseFixture.changed(from, to).replace("kind: identity\n  scale: 1e-3", initial);
    new CaseFixture(folder).assertRefused(text, message);
  }

  static Stream<Arguments> startsThatContradictTheRestOfTheFileAreRefused() {
    return Stream.of(
        arguments(
            "depth: 2",
            "depth: 2\n  hidden: [3]",
            "kind: factors\n  factors: [[[1, 0], [0, 1]], [[1, 0], [0, 1]]]",
            "12: initial.factors[1]: found a 2-by-2 matrix;"
                + " expected 3 rows, as factorization.hidden says"),
        arguments(
            "- [1, 0]\n",
            "- [1, 0]\n    - [1, 0]\n",
            "kind: identity\n  scale: 1\n  determinant: positive",
            "13: initial.determinant: a 3-by-2 matrix has no determinant;"
                + " expected no such key, or a square matrix"));
  }
}
