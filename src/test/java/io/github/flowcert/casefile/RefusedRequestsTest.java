package io.github.flowcert.casefile;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedRequestsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource
  void flowsThatCannotBeRightAreRefused(String to, String message) throws IOException {
    new CaseFixture(folder).assertRefused(CaseFixture.changed("integrator: auto", to), message);
  }

  static Stream<Arguments> flowsThatCannotBeRightAreRefused() {
    String positive = "; expected a number above 0";
    return Stream.of(
        arguments(
            "integrator: euler",
            "13: flow.integrator: found 'euler'; expected one of auto, dormand-prince-853,"
                + " dormand-prince-54, higham-hall-54, gragg-bulirsch-stoer, adams-bashforth,"
                + " adams-moulton, radau, rosenbrock, runge-kutta-chebyshev"),
        arguments(
            "formulation: 3",
            "13: flow.formulation: found 3;"
                + " expected one of auto, factors, product, singular-values"),
        arguments(
            "tolerance: {relative: 0}",
            "13: flow.tolerance.relative: found 0; expected a number from 1.0E-14 to 0.1"),
        arguments(
            "tolerance: {relative: 5}",
            "13: flow.tolerance.relative: found 5; expected a number from 1.0E-14 to 0.1"),
        arguments(
            "tolerance: {absolute: -1e-9}",
            "13: flow.tolerance.absolute: found -1e-9; expected a number from 1.0E-300 to 1.0"),
        arguments(
            "tolerance: 1e-9",
            "13: flow.tolerance: found 1e-9; expected a map of relative and absolute"),
        arguments("until: {loss: 0}", "13: flow.until.loss: found 0" + positive),
        arguments("until: {time: .inf}", "13: flow.until.time: found .inf" + positive),
        arguments(
            "until: {steps: 1.5}",
            "13: flow.until.steps: found 1.5; expected a whole number from 1 to 2147483647"),
        arguments(
            "record: {loss: [1e-1, -1e-2]}", "13: flow.record.loss[2]: found -1e-2" + positive),
        arguments(
            "record: {loss: [1e-1, 0.1]}",
            "13: flow.record.loss[2]: found 0.1; expected each sample once"),
        arguments(
            "record:\n    time: [-1]",
            "14: flow.record.time[1]: found -1; expected a number that is 0 or more"));
  }

  @ParameterizedTest
  @MethodSource
  void claimsThatCannotBeJudgedAreRefused(String to, String message) throws IOException {
    new CaseFixture(folder)
        .assertRefused(CaseFixture.changed("\n  - determinant-sign", to), message);
  }

  static Stream<Arguments> claimsThatCannotBeJudgedAreRefused() {
    String list = "; expected a list of claims, such as [determinant-sign]";
    return Stream.of(
        arguments("", "14: claims: found nothing" + list),
        arguments(" []", "14: claims: found an empty list" + list),
        arguments(
            "\n  - balancedness\n  - theorem-11",
            "16: claims[2]: unknown claim 'theorem-11'; did you mean 'theorem-1'?"),
        arguments(
            " [fame]",
            "14: claims[1]: unknown claim 'fame'; known here: "
                + String.join(", ", new SmallVocabulary().identifiers())),
        arguments(
            " [7]",
            "14: claims[1]: found 7;"
                + " expected a claim's identifier or a map of id, expression and when"),
        arguments(
            "\n  - theorem-1\n  - theorem-1",
            "16: claims[2]: the claim 'theorem-1' stands twice; expected it once"),
        arguments(
            "\n  - {id: mine, expression: t > 0}\n  - {id: mine, expression: t > 1}",
            "16: claims[2]: the claim 'mine' stands twice; expected it once"),
        arguments(
            " [{id: theorem-1, expression: t > 0}]",
            "14: claims[1].id: 'theorem-1' is in the catalogue; expected a name of its own"),
        arguments(
            " [{id: mine, expression: t + 1}]",
            "14: claims[1].expression: 't + 1' compares nothing; expected <, <=, > or >="),
        arguments(
            " [{id: mine, expression: t > 1, when: loss}]",
            "14: claims[1].when: 'loss' compares nothing; expected <, <=, > or >="),
        arguments(
            " [{id: mine, expression: 3}]",
            "14: claims[1].expression: found 3;"
                + " expected a comparison, as in 'loss < 1/2', in quotes"),
        arguments(
            " [{id: mine}]",
            "14: claims[1].expression: missing; expected a comparison, as in 'loss < 1/2'"));
  }

  @ParameterizedTest
  @MethodSource
  void definitionsThatCannotBeRightAreRefused(String let, String message) throws IOException {
    new CaseFixture(folder).assertRefused(CaseFixture.GOOD + "let: " + let, message);
  }

  static Stream<Arguments> definitionsThatCannotBeRightAreRefused() {
    String name = "; expected letters and digits, a letter first";
    String taken = " is a quantity, a constant or a function already; expected another name";
    String number = "; expected an expression, as in 'Abs(z)/2', or a number";
    return Stream.of(
        arguments(
            "[k]",
            "16: let: found a list; expected a map of names and the expressions that they stand for"),
        arguments("{2k: 1}", "16: let.2k: '2k' is no name" + name),
        arguments("{k_1: 1}", "16: let.k_1: 'k_1' is no name" + name),
        arguments("{Loss: 1}", "16: let.Loss: 'Loss'" + taken),
        arguments(
            "\n  k: 1\n  K: 2",
            "18: let.K: this name stands twice, as case does not count; expected it once"),
        arguments("\n  k: 1\n  k: 2", "18: let.k: this key stands twice; expected it once"),
        arguments("{k: 2*k}", "16: let.k: 'k' is not known yet; expected names from further up"),
        arguments(
            "\n  k: 2*m\n  m: 1",
            "17: let.k: 'm' is not known yet; expected names from further up"),
        arguments("{k: ' '}", "16: let.k: nothing; expected something"),
        arguments("{k: f(1,2), m: 3}", "16: let.2): '2)' is no name" + name),
        arguments("{k: }", "16: let.k: found nothing" + number),
        arguments("{k: [1]}", "16: let.k: found a list" + number),
        arguments("{k: .nan}", "16: let.k: found .nan" + number));
  }

  @ParameterizedTest
  @MethodSource({"norms", "exponents", "families", "ownNorms"})
  void normsThatAreNoneAreRefused(String norms, String message) throws IOException {
    new CaseFixture(folder)
        .assertRefused(CaseFixture.GOOD + "norms: " + norms, "16: norms" + message);
  }

  static Stream<Arguments> norms() {
    String known =
        "one of frobenius, nuclear, spectral, columnsum, rowsum, {schatten: p}, {entrywise: p},"
            + " {ky-fan: k}, {operator: 1}, {operator: inf},"
            + " {weighted-schatten: {p: p, weights: [..]}},"
            + " {name: .., expression: .., triangle: c}";
    return Stream.of(
        arguments("[]", ": found an empty list; expected a list of norms: " + known),
        arguments("nuclear", ": found 'nuclear'; expected a list of norms: " + known),
        arguments("[nuclear, taxicab]", "[2]: found 'taxicab'; expected " + known),
        arguments("[{shatten: 1}]", "[1].shatten: unknown key; did you mean 'schatten'?"),
        arguments("[{}]", "[1]: found 0 keys; expected one, as in {ky-fan: 2}"),
        arguments("[nuclear, nuclear]", "[2]: the norm 'nuclear' stands twice; expected it once"));
  }

  static Stream<Arguments> families() {
    String operators = "; expected 1 or inf (the operator norm from l_2 to l_2 is spectral)";
    String count = "; expected a whole number from 1 to 2";
    String exponent = "; expected a number above 0 or a fraction such as 1/2";
    String weights = "; expected a list of 2 positive weights, one for a singular value";
    return Stream.of(
        arguments("[{ky-fan: 3}]", "[1].ky-fan: found 3" + count),
        arguments("[{ky-fan: 0}]", "[1].ky-fan: found 0" + count),
        arguments("[{operator: 2}]", "[1].operator: found 2" + operators),
        arguments("[{operator: max}]", "[1].operator: found 'max'" + operators),
        arguments(
            "[{weighted-schatten: 1}]",
            "[1].weighted-schatten: found 1; expected a map of p and weights"),
        arguments(
            "[{weighted-schatten: {p: inf, weights: [2, 1]}}]",
            "[1].weighted-schatten.p: found 'inf'" + exponent),
        arguments(
            "[{weighted-schatten: {p: 1}}]", "[1].weighted-schatten.weights: missing" + weights),
        arguments(
            "[{weighted-schatten: {p: 1, weights: [1]}}]",
            "[1].weighted-schatten.weights: found 1 weights" + weights),
        arguments(
            "[{weighted-schatten: {p: 1, weights: [2, 0]}}]",
            "[1].weighted-schatten.weights[2]: found 0; expected a number above 0"));
  }

  static Stream<Arguments> ownNorms() {
    return Stream.of(
        arguments(
            "[{name: frobenius, expression: frobenius, triangle: 1}]",
            "[1].name: 'frobenius' is the name of another norm; expected a name of its own"),
        arguments(
            "[{name: mine, expression: frobenius}]",
            "[1].triangle: missing; expected the constant c of ||A + B|| <= c (||A|| + ||B||)"),
        arguments(
            "[{name: mine, expression: frobenius, triangle: 0.9}]",
            "[1].triangle: found 0.9; expected a number that is 1 or more"),
        arguments(
            "[{name: mine, expression: loss, triangle: 1}]",
            "[1].expression: unknown quantity 'loss'; known are w11, frobenius"),
        arguments(
            "[{name: mine, expression: w11, triangle: 1}]",
            "[1].expression: ||A|| is 0 at A = [[0, 1], [0, 0]];"
                + " expected a norm, or a quasi-norm with this triangle constant"));
  }

  static Stream<Arguments> exponents() {
    String right = "; expected a number above 0, a fraction such as 1/2, or inf";
    return Stream.of(
        arguments("[{schatten: 0}]", "[1].schatten: found 0" + right),
        arguments("[{schatten: -1/2}]", "[1].schatten: found '-1/2'" + right),
        arguments("[{schatten: 1/0}]", "[1].schatten: found '1/0'" + right),
        arguments("[{entrywise: .inf}]", "[1].entrywise: found .inf" + right),
        arguments("[{entrywise: half}]", "[1].entrywise: found 'half'" + right));
  }

  @ParameterizedTest
  @MethodSource
  void descentsThatCannotBeRightAreRefused(String descent, String message) throws IOException {
    new CaseFixture(folder)
        .assertRefused(CaseFixture.GOOD + "descent: " + descent, "16: descent." + message);
  }

  static Stream<Arguments> descentsThatCannotBeRightAreRefused() {
    return Stream.of(
        arguments(
            "{learning-rates: [1, 0], iterations: 9}",
            "learning-rates[2]: found 0; expected a number above 0"),
        arguments(
            "{learning-rates: [-1e-3], iterations: 9}",
            "learning-rates[1]: found -1e-3; expected a number above 0"),
        arguments(
            "{learning-rates: [.nan], iterations: 9}",
            "learning-rates[1]: found .nan; expected a number above 0"),
        arguments(
            "{learning-rates: [.inf], iterations: 9}",
            "learning-rates[1]: found .inf; expected a number above 0"),
        arguments(
            "{learning-rates: 1e-3, iterations: 9}",
            "learning-rates: found 1e-3; expected a list of numbers above 0"),
        arguments("{iterations: 9}", "learning-rates: missing; expected a list of numbers above 0"),
        arguments(
            "{learning-rates: [1], iterations: -5}",
            "iterations: found -5; expected a whole number from 1 on"),
        arguments(
            "{learning-rates: [1], iterations: 9, method: {kind: stochastic, seed: 1}}",
            "method.batch: missing; expected a whole number from 1 to 3, how many entries are"
                + " observed"),
        arguments(
            "{learning-rates: [1], iterations: 9, method: {kind: stochastic, batch: 4, seed: 1}}",
            "method.batch: found 4; expected a whole number from 1 to 3, how many entries are"
                + " observed"),
        arguments(
            "{learning-rates: [1], iterations: 9, method: {kind: momentum}}",
            "method.coefficient: missing; expected a number from 0 to below 1"),
        arguments(
            "{learning-rates: [1], iterations: 9, method: {kind: momentum, coefficient: -0.1}}",
            "method.coefficient: found -0.1; expected a number that is 0 or more"),
        arguments(
            "{learning-rates: [1], iterations: 9, method: {kind: adaptive, averaging: 0}}",
            "method.averaging: found 0; expected a number above 0"),
        arguments(
            "{learning-rates: [], iterations: 9}",
            "learning-rates: found an empty list; expected a list of numbers above 0"),
        arguments(
            "{learning-rates: [1]}", "iterations: missing; expected a whole number from 1 on"),
        arguments(
            "{learning-rates: [1], iterations: 0}",
            "iterations: found 0; expected a whole number from 1 on"),
        arguments(
            "{learning-rates: [1, 1.0], iterations: 9}",
            "learning-rates[2]: found 1.0; expected each learning rate once"),
        arguments(
            "{learning-rates: [1], iterations: 9, precision: half}",
            "precision: found 'half'; expected one of single, double, double-double"),
        arguments(
            "{learning-rates: [1], iterations: 9, figure: a b}",
            "figure: found 'a b'; expected letters (A to Z), digits, '-' and '.', a letter or"
                + " digit first"),
        arguments(
            "{learning-rates: [1], iterations: 9, method: newton}",
            "method: found 'newton'; expected one of gradient-descent, momentum, stochastic,"
                + " adaptive"),
        arguments(
            "{learning-rates: [1], iterations: 9, method: momentum}",
            "method: 'momentum' needs more than its name;"
                + " expected {kind: momentum, coefficient: 0.9}"),
        arguments(
            "{learning-rates: [1], iterations: 9, method: stochastic}",
            "method: 'stochastic' needs more than its name;"
                + " expected {kind: stochastic, batch: 1, seed: 1}"),
        arguments(
            "{learning-rates: [1], iterations: 9, method: {kind: momentum, coefficient: 1}}",
            "method.coefficient: found 1; expected a number from 0 to below 1"),
        arguments(
            "{learning-rates: [1], iterations: 9, method: {kind: stochastic, batch: 0, seed: 1}}",
            "method.batch: found 0; expected a whole number from 1 to 2147483647"),
        arguments(
            "{learning-rates: [1], iterations: 9, method: {kind: stochastic, batch: 1}}",
            "method.seed: missing; expected a whole number for the draws"),
        arguments(
            "{learning-rates: [1], iterations: 9, method: {kind: adaptive, averaging: 1}}",
            "method.averaging: found 1; expected a number above 0 and below 1"),
        arguments(
            "{learning-rates: [1], iterations: 9, method: {kind: gradient-descent, batch: 1}}",
            "method.batch: unknown key; known here: kind"));
  }
}
