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
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KernelTest {
  private static final Z3Process SOLVER = new Z3Process(10_000);
  private static final Vocabulary NAMES =
      Vocabulary.of("x", "y", "p", "s", "h", "c", "na", "nb", "nc");

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
  void whatFollowsIsProved() throws Exception {
    Fact positive = kernel.suppose(formula("x > 1"));

    Fact fact = arithmetic(List.of(positive), "x^2 > x");

    assertThat(fact.hypotheses()).containsExactly(formula("x > 1"));
    assertThat(fact.statement()).isEqualTo(formula("x^2 > x"));
    assertThat(fact.trusts()).isEmpty();
  }

  @Test
  void whatDoesNotFollowIsNotProved() {
    Fact positive = kernel.suppose(formula("x > 0"));

    assertThatThrownBy(() -> arithmetic(List.of(positive), "x^2 > x"))
        .isInstanceOf(NotProved.class)
        .hasMessageContaining("does not follow");
  }

  @Test
  void aQuotientNeedsADivisorThatIsNotZero() {
    assertThatThrownBy(() -> arithmetic(List.of(), "x/x == 1"))
        .isInstanceOf(NotProved.class)
        .hasMessageContaining("divisor");
  }

  @Test
  void aDivisorIsNotTakenForNonzeroBecauseASuppositionDividesByIt() {
    Fact either = kernel.suppose(formula("x/y > 1 || x > 0"));

    assertThatThrownBy(() -> arithmetic(List.of(either), "x/y > 1 || x > 0"))
        .isInstanceOf(NotProved.class)
        .hasMessageContaining("divisor");
  }

  @Test
  void aRootNeedsWhatIsNotNegative() {
    assertThatThrownBy(() -> arithmetic(List.of(), "Sqrt(x)^2 == x")).isInstanceOf(NotProved.class);
  }

  @Test
  void nothingFollowsFromTheImpossible() {
    Fact one = kernel.suppose(formula("x > 1"));
    Fact other = kernel.suppose(formula("x < 0"));

    assertThatThrownBy(() -> arithmetic(List.of(one, other), "y > 7"))
        .isInstanceOf(NotProved.class)
        .hasMessageContaining("possible");
  }

  @Test
  void whatIsGivenForAStepBecomesPartOfTheFact() throws Exception {
    Fact fact =
        kernel.arithmetic(List.of(), List.of(formula("x > 2")), formula("x^2 > 4"), List.of());

    assertThat(fact.hypotheses()).isEmpty();
    assertThat(fact.statement()).isEqualTo(formula("!(x > 2) || x^2 > 4"));
  }

  @Test
  void anInstanceNeedsItsHypotheses() throws Exception {
    Fact fact = arithmetic(List.of(kernel.suppose(formula("x > 1"))), "x^2 > x");

    assertThatThrownBy(() -> kernel.instance(fact, Map.of("x", term("y")), List.of(), List.of()))
        .isInstanceOf(NotProved.class);
    Fact larger = kernel.suppose(formula("y > 3"));
    assertThat(
            kernel
                .instance(fact, Map.of("x", term("y - 1")), List.of(larger), List.of())
                .statement())
        .isEqualTo(formula("(y - 1)^2 > y - 1"));
  }

  @Test
  void aNumberForASymbolicExponentNeedsAPositiveBase() throws Exception {
    Fact base = kernel.suppose(formula("x > 0"));
    Fact named = kernel.define("s", term("Power(x, p)"), List.of(base));
    Fact positive = arithmetic(List.of(named), "s > 0");
    Map<String, Term> cube = Map.of("p", term("-3"), "s", term("Power(x, -3)"));
    Fact negative = kernel.suppose(formula("x < 0"));

    // The power of a negative number by a symbol has no value; that by -3 has, and is negative.
    assertThatThrownBy(() -> kernel.instance(positive, cube, List.of(negative), List.of()))
        .isInstanceOf(NotProved.class);
    assertThat(kernel.instance(positive, cube, List.of(base), List.of()).statement())
        .isEqualTo(formula("Power(x, -3) > 0"));
  }

  @Test
  void theEntropyIsBoundedByInstancesOfTheLogarithmsTangent() throws Exception {
    Fact inside = kernel.suppose(formula("p > 0 && p < 1"));
    Formula bound = formula("-p*Log(p) - (1 - p)*Log(1 - p) <= Log(2)");

    Fact fact =
        kernel.arithmetic(
            List.of(inside), List.of(), bound, List.of(term("1/(2*p)"), term("1/(2*(1 - p))")));

    assertThat(fact.statement()).isEqualTo(bound);
  }

  @Test
  void aFalseBoundOfTheEntropyIsNotProved() {
    Fact inside = kernel.suppose(formula("p > 0 && p < 1"));
    // At p = 1/2 the entropy is ln 2 = 0.693.
    Formula bound = formula("-p*Log(p) - (1 - p)*Log(1 - p) <= 69/100");

    assertThatThrownBy(
            () ->
                kernel.arithmetic(
                    List.of(inside),
                    List.of(),
                    bound,
                    List.of(term("1/(2*p)"), term("1/(2*(1 - p))"), term("1/2"), term("2"))))
        .isInstanceOf(NotProved.class);
  }

  @Test
  void aLogarithmOfWhatMayBeNegativeIsRefused() {
    Formula bound = formula("Log(x) <= x - 1");

    assertThatThrownBy(() -> kernel.arithmetic(List.of(), List.of(), bound, List.of(term("x"))))
        .isInstanceOf(NotProved.class);
  }

  @Test
  void anIdentityIsProvedAndAFalseOneRefusedWithAPoint() throws Exception {
    Fact fact =
        kernel.identity(
            List.of(), List.of(formula("s > 0")), formula("(1 - s)^2/s == 1/s - 2 + s"));

    assertThat(fact.hypotheses()).isEmpty();
    assertThatThrownBy(
            () ->
                kernel.identity(
                    List.of(), List.of(formula("s > 0")), formula("(1 - s)^2/s == 1/s - 2 - s")))
        .isInstanceOf(NotProved.class)
        .hasMessageContaining("at {s=");
  }

  @Test
  void theTriangleInequalityNeedsMatricesThatAddUp() throws Exception {
    NormTerm whole = norm("na", "x", "y");
    NormTerm one = norm("nb", "x", "0");

    assertThat(kernel.triangle(term("c"), whole, one, norm("nc", "0", "y")).statement())
        .isEqualTo(formula("na <= c*(nb + nc)"));
    assertThatThrownBy(() -> kernel.triangle(term("c"), whole, one, norm("nc", "0", "-y")))
        .isInstanceOf(NotProved.class);
  }

  @Test
  void homogeneityNeedsAMultiple() throws Exception {
    NormTerm unit = norm("nb", "1", "0");

    assertThat(kernel.homogeneity(norm("na", "x", "0"), term("x"), unit).statement())
        .isEqualTo(formula("na == Abs(x)*nb"));
    assertThatThrownBy(() -> kernel.homogeneity(norm("na", "x", "1"), term("x"), unit))
        .isInstanceOf(NotProved.class);
  }

  @Test
  void aFactAboutANormHoldsAtItsMatricesOnly() throws Exception {
    Fact fact = kernel.homogeneity(norm("na", "x", "0"), term("x"), norm("nb", "1", "0"));

    assertThatThrownBy(() -> kernel.instance(fact, Map.of("x", term("y")), List.of(), List.of()))
        .isInstanceOf(NotProved.class)
        .hasMessageContaining("norm");
  }

  @Test
  void whatRestsOnTheLiteratureSaysSo() throws Exception {
    Fact declared = kernel.declare("book", formula("x^4 < 0 || x < 2"), List.of());

    Fact fact = arithmetic(List.of(declared), "x < 3");

    assertThat(fact.trusts()).containsOnlyKeys("book");
  }

  @Test
  void theImpossibleCannotBeDeclared() {
    assertThatThrownBy(() -> kernel.declare("book", formula("x^2 < 0"), List.of()))
        .isInstanceOf(NotProved.class);
  }

  @Test
  void aNameCannotBeGivenToWhatHasNoValue() {
    assertThatThrownBy(() -> kernel.define("s", term("1/x"), List.of()))
        .isInstanceOf(NotProved.class);
  }

  @Test
  void anUnusedNameIsDroppedFromAFact() throws Exception {
    Fact name = kernel.define("s", term("Sqrt(x^2)"), List.of());
    Fact first = arithmetic(List.of(name), "s >= x");
    Fact fact = kernel.arithmetic(List.of(name, first), List.of(), formula("x^2 >= 0"), List.of());

    assertThat(fact.hypotheses()).hasSize(1);
    assertThat(kernel.withoutUnusedDefinitions(fact, List.of()).hypotheses()).isEmpty();
    assertThat(kernel.withoutUnusedDefinitions(first, List.of()).hypotheses()).hasSize(1);
  }

  @Test
  void aWitnessShowsThatASuppositionIsPossibleOnlyWhereItIsTrue() throws Exception {
    Formula logarithmic = formula("Log(x) > 1");
    kernel.begin(List.of(Map.of("x", new BigFraction(2))), Optional.empty());
    assertThatThrownBy(() -> arithmetic(List.of(kernel.suppose(logarithmic)), "x > x - 1"))
        .hasMessageContaining("possible");

    kernel.begin(List.of(Map.of("x", new BigFraction(3))), Optional.empty());
    assertThat(arithmetic(List.of(kernel.suppose(logarithmic)), "x > x - 1").hypotheses())
        .containsExactly(logarithmic);
  }

  private Fact arithmetic(List<Fact> from, String statement)
      throws NotProved, InterruptedException {
    return kernel.arithmetic(from, List.of(), formula(statement), List.of());
  }

  private static NormTerm norm(String name, String first, String second) {
    return new NormTerm(
        new Term.Symbol(name), List.of(term(first), term(second), term("0"), term("0")));
  }

  private static Formula formula(String text) {
    try {
      return Statement.parse(text, NAMES).formula();
    } catch (ExpressionException e) {
      throw new AssertionError(e);
    }
  }

  private static Term term(String text) {
    try {
      return Expression.parse(text, NAMES).term();
    } catch (ExpressionException e) {
      throw new AssertionError(e);
    }
  }
}
