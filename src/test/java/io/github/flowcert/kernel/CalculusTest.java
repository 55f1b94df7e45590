package io.github.flowcert.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flowcert.expression.Expression;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Statement;
import io.github.flowcert.expression.Term;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.solver.Z3Process;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalculusTest {
  private static final Z3Process SOLVER = new Z3Process(10_000);
  private static final Vocabulary NAMES = Vocabulary.of("x", "y", "z", "p", "f", "na");

  private final Kernel kernel = new Kernel(SOLVER);

  @BeforeEach
  void begin() {
    kernel.begin(List.of(), Optional.empty());
  }

  @AfterAll
  static void stop() {
    SOLVER.close();
  }

  @Test
  void aFunctionIncreasesWhereItsDerivativeIsPositive() throws Exception {
    Fact signed = kernel.arithmetic(List.of(), of("x > 0"), formula("3*x^2 > 0"), List.of());
    Fact ordered = kernel.suppose(formula("0 <= y && y < z"));

    Fact fact =
        kernel.monotone(
            stretch("x^3", "y", "z"), Sign.POSITIVE, signed, List.of(ordered), List.of());

    assertThat(fact.hypotheses()).containsExactly(formula("0 <= y && y < z"));
    kernel.arithmetic(List.of(fact), List.of(), formula("z^3 > y^3"), List.of());
  }

  @Test
  void aSignThatHoldsOnPartOfAStretchOnlySaysNothing() throws Exception {
    Fact signed = kernel.arithmetic(List.of(), of("x > 0"), formula("2*x > 0"), List.of());
    Fact ordered = kernel.suppose(formula("y < z"));

    assertThatThrownBy(
            () ->
                kernel.monotone(
                    stretch("x^2", "y", "z"), Sign.POSITIVE, signed, List.of(ordered), List.of()))
        .isInstanceOf(NotProved.class);
  }

  @Test
  void theSignOfAnotherFunctionSaysNothing() throws Exception {
    Fact signed = kernel.arithmetic(List.of(), of("x > 0"), formula("3*x^2 > 0"), List.of());
    Fact ordered = kernel.suppose(formula("0 <= y && y < z"));

    assertThatThrownBy(
            () ->
                kernel.monotone(
                    stretch("-x^3", "y", "z"), Sign.POSITIVE, signed, List.of(ordered), List.of()))
        .isInstanceOf(NotProved.class);
  }

  @Test
  void aPoleBetweenTheEndsIsNoticed() throws Exception {
    Fact signed =
        kernel.arithmetic(List.of(), of("x > 0 || x < 0"), formula("1/x^2 > 0"), List.of());
    Fact ordered = kernel.suppose(formula("y < 0 && z > 0"));

    // -1/x increases on either side, and is larger on the left.
    assertThatThrownBy(
            () ->
                kernel.monotone(
                    stretch("-1/x", "y", "z"), Sign.POSITIVE, signed, List.of(ordered), List.of()))
        .isInstanceOf(NotProved.class);
  }

  @Test
  void aStretchThatMayBeReversedSaysNothing() throws Exception {
    Fact signed = kernel.arithmetic(List.of(), of("x > 0"), formula("2*x > 0"), List.of());
    Fact positive = kernel.suppose(formula("y > 0 && z > 0"));

    assertThatThrownBy(
            () ->
                kernel.monotone(
                    stretch("x^2", "y", "z"), Sign.POSITIVE, signed, List.of(positive), List.of()))
        .isInstanceOf(NotProved.class);
  }

  @Test
  void aDefinedNameStandsForItsTermAtThePointBetween() throws Exception {
    Fact f = kernel.define("f", term("2*x"), List.of());
    Fact signed = kernel.arithmetic(List.of(f), of("x > 0"), formula("f > 0"), List.of());
    Fact ordered = kernel.suppose(formula("0 <= y && y < z"));

    Fact fact =
        kernel.monotone(
            stretch("x^2", "y", "z"), Sign.POSITIVE, signed, List.of(ordered), List.of());

    assertThat(fact.hypotheses()).containsExactly(formula("0 <= y && y < z"));
    assertThat(fact.statement()).isEqualTo(formula("z^2 > y^2"));
  }

  @Test
  void aPowerWithASymbolForExponentIncreasesWhereThatIsPositive() throws Exception {
    Fact exponent = kernel.suppose(formula("p > 0"));
    Fact signed =
        kernel.arithmetic(
            List.of(exponent), of("x > 0"), formula("Power(x, p)*(p/x) > 0"), List.of());
    Fact ordered = kernel.suppose(formula("0 < y && y < z"));

    Fact fact =
        kernel.monotone(
            stretch("Power(x, p)", "y", "z"),
            Sign.POSITIVE,
            signed,
            List.of(exponent, ordered),
            List.of());

    assertThat(fact.statement()).isEqualTo(formula("Power(z, p) > Power(y, p)"));
    assertThatThrownBy(
            () ->
                kernel.monotone(
                    stretch("Power(x, p)", "y", "z"),
                    Sign.POSITIVE,
                    signed,
                    List.of(ordered),
                    List.of()))
        .isInstanceOf(NotProved.class);
  }

  @Test
  void aFunctionLiesAboveItsChordWhereTheSecondDerivativeIsNegative() throws Exception {
    Fact signed = kernel.arithmetic(List.of(), List.of(), formula("-2 < 0"), List.of());
    Fact ordered = kernel.suppose(formula("0 < y && y < 1"));

    Fact fact =
        kernel.chord(
            stretch("x*(1 - x)", "0", "1"),
            term("y"),
            Sign.NEGATIVE,
            signed,
            List.of(ordered),
            List.of());

    kernel.arithmetic(List.of(fact), List.of(), formula("y*(1 - y) >= 0"), List.of());
    assertThatThrownBy(
            () ->
                kernel.chord(
                    stretch("x*(1 - x)", "0", "1"),
                    term("y + 1"),
                    Sign.NEGATIVE,
                    signed,
                    List.of(ordered),
                    List.of()))
        .isInstanceOf(NotProved.class);
    assertThatThrownBy(
            () ->
                kernel.chord(
                    stretch("x*(x - 1)", "0", "1"),
                    term("y"),
                    Sign.NEGATIVE,
                    signed,
                    List.of(ordered),
                    List.of()))
        .isInstanceOf(NotProved.class);
  }

  @Test
  void anInequalityIsShownByIntervalsThatCoverItsRange() throws Exception {
    Fact fact = covered("Exp(x) > 1 + x", "1/100", "1");

    assertThat(fact.hypotheses()).containsExactly(formula("1/100 <= x && x <= 1"));
  }

  @Test
  void sidesThatMeetAtAnEndAreToldApartByADerivative() throws Exception {
    covered("Exp(x) >= 1 + x", "0", "1");
    covered("Log(x) <= x - 1", "1/2", "1");
    covered("Exp(x) >= 1 + x + x^2/2", "0", "1");
  }

  @Test
  void sidesThatCrossAreNotShown() {
    assertThatThrownBy(() -> covered("Exp(x) >= 1 + 3/2*x", "0", "1"))
        .isInstanceOf(NotProved.class);
    assertThatThrownBy(() -> covered("Exp(x) <= 1 + x + x^2/2", "0", "1"))
        .isInstanceOf(NotProved.class);
    assertThatThrownBy(() -> covered("Log(x) <= 101/100*(x - 1)", "1/2", "1"))
        .isInstanceOf(NotProved.class);
    assertThatThrownBy(() -> covered("Exp(x) > 1 + x", "0", "1")).isInstanceOf(NotProved.class);
  }

  @Test
  void aRangeThatTheVariableMayLeaveSaysNothing() {
    Fact wide = kernel.suppose(formula("0 <= x && x <= 2"));
    Range range = new Range("x", BigFraction.ZERO, BigFraction.ONE);

    assertThatThrownBy(() -> kernel.covered(formula("x^2 < 2"), range, List.of(wide), List.of()))
        .isInstanceOf(NotProved.class)
        .hasMessageContaining("does not follow");
  }

  @Test
  void anExponentThatMayBeNoNumberNeedsAPositiveBase() throws Exception {
    covered("Power(x, x) > 0", "1/2", "1");

    // Intervals know this power of negative numbers, the solver takes its base to be positive.
    assertThatThrownBy(() -> covered("Power(x, 1000) >= 0", "-1", "1"))
        .isInstanceOf(NotProved.class);
  }

  @Test
  void intervalsShowNothingOfASecondVariable() {
    assertThatThrownBy(() -> covered("x + y < 7", "0", "1"))
        .isInstanceOf(NotProved.class)
        .hasMessageContaining("more than 'x'");
  }

  @Test
  void aTermWithoutValuesIsNotShownByIntervals() {
    assertThatThrownBy(() -> covered("Log(x) <= x - 1", "0", "1")).isInstanceOf(NotProved.class);
  }

  @Test
  void aNormIsPositiveAtAMatrixThatIsNotZeroAndAtNoOther() throws Exception {
    NormTerm unit = new NormTerm(new Term.Symbol("na"), entries("1", "0", "0", "0"));
    NormTerm open = new NormTerm(new Term.Symbol("na"), entries("x", "0", "0", "0"));

    assertThat(kernel.definite(unit).statement()).isEqualTo(formula("na > 0"));
    assertThatThrownBy(() -> kernel.definite(open)).isInstanceOf(NotProved.class);
  }

  @Test
  void anIdentityOfLogarithmsIsRefutedByIntervals() {
    Fact positive = kernel.suppose(formula("x > 0"));

    assertThatThrownBy(
            () ->
                kernel.identity(
                    List.of(positive), List.of(), formula("Log(x)^2 + x == Log(x)*Log(x) - x")))
        .isInstanceOf(NotProved.class)
        .hasMessageContaining("differ");
  }

  @Test
  void theLogarithmOfAnExponentialNeedsAnArgumentWithAValue() throws Exception {
    Formula inverse = formula("Log(Exp(1/x)) == 1/x");
    List<Term> instance = List.of(term("Exp(1/x)"));
    Fact nonzero = kernel.suppose(formula("x > 0"));

    kernel.arithmetic(List.of(nonzero), List.of(), inverse, instance);
    assertThatThrownBy(() -> kernel.arithmetic(List.of(), List.of(), inverse, instance))
        .isInstanceOf(NotProved.class)
        .hasMessageContaining("divisor");
    assertThatThrownBy(() -> kernel.arithmetic(List.of(), List.of(), inverse, List.of(term("1"))))
        .isInstanceOf(NotProved.class)
        .hasMessageContaining("divisor");
  }

  @Test
  void thePowerOfANumberThatMayBeNegativeIsNotTakenApart() throws Exception {
    Formula apart = formula("Log(Power(x, p)) == p*Log(x)");
    Fact positive = kernel.suppose(formula("x > 0"));

    kernel.arithmetic(List.of(positive), List.of(), apart, List.of(term("1")));
    assertThatThrownBy(() -> kernel.arithmetic(List.of(), List.of(), apart, List.of(term("1"))))
        .isInstanceOf(NotProved.class);
    assertThatThrownBy(
            () ->
                kernel.arithmetic(
                    List.of(),
                    List.of(),
                    formula("Log(Power(x, 2)) == 2*Log(x)"),
                    List.of(term("1"))))
        .isInstanceOf(NotProved.class);
  }

  private Fact covered(String statement, String from, String to)
      throws NotProved, InterruptedException {
    Fact inside = kernel.suppose(formula(from + " <= x && x <= " + to));
    Range range = new Range("x", number(from), number(to));
    return kernel.covered(formula(statement), range, List.of(inside), List.of());
  }

  private static BigFraction number(String text) {
    String[] parts = text.split("/", -1);
    return new BigFraction(
        Integer.parseInt(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
  }

  private static Stretch stretch(String function, String from, String to) {
    return new Stretch(term(function), "x", term(from), term(to));
  }

  private static List<Term> entries(String... texts) {
    return List.of(texts).stream().map(CalculusTest::term).toList();
  }

  private static List<Formula> of(String text) {
    return List.of(formula(text));
  }

  private static Formula formula(String text) {
    try {
      return Statement.parse(text, NAMES).formula();
    } catch (ExpressionException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Term term(String text) {
    try {
      return Expression.parse(text, NAMES).term();
    } catch (ExpressionException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
