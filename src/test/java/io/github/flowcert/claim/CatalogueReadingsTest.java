package io.github.flowcert.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.z3.Status;
import io.github.flowcert.expression.Condition;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Term;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.problem.RandomCompletion;
import io.github.flowcert.reading.Enclosure;
import io.github.flowcert.reading.IntervalReading;
import io.github.flowcert.reading.IntervalTerm;
import io.github.flowcert.reading.NoReadingException;
import io.github.flowcert.reading.Truth;
import io.github.flowcert.smt.Obligation;
import io.github.flowcert.smt.SmtTerm;
import io.github.flowcert.smt.SolverReading;
import io.github.flowcert.smt.Translation;
import io.github.flowcert.smt.Variable;
import io.github.flowcert.testing.Problems;
import io.github.flowcert.testing.Terms;
import io.github.flowcert.testing.Values;
import io.github.flowcert.testing.Z3;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every claim of the catalogue read in doubles, in intervals, by Symja itself and by a solver. */
class CatalogueReadingsTest {
  private static final long SEED = 20260105;
  private static final int POINTS = 100;
  private static final int SYMJA_POINTS = 25;
  private static final int SOLVER_POINTS = 6;
  private static final double AGREEMENT = 1e-12;

  /** Every claim can be read for one of these at least, and is judged for all for which it can. */
  private static final List<MatrixProblem> PROBLEMS =
      List.of(
          Problems.analysed(0),
          Problems.completion(new Double[] {0.5, null}, new Double[] {-0.25, 2.0}),
          Problems.appendixA(3),
          Problems.zeroButFirst(3, 2),
          Problems.observed(new double[] {1, 2, 3, 4, 5, 6}, 2, 3),
          RandomCompletion.of(3, 3, 1, 5, 1),
          LeastSquares.of(new double[][] {{1, 2}, {3, 5}, {0, 1}}, new double[] {1, -1, 2}));

  /** A claim as read for one problem. */
  record Read(CompiledClaim claim, MatrixProblem problem) {

    List<Formula> formulas() {
      Stream<Formula> when = claim.when().map(Condition::formula).stream();
      return Stream.concat(Stream.of(claim.comparison().formula()), when).toList();
    }

    List<Term> sides() {
      return formulas().stream().flatMap(Formula::terms).toList();
    }

    List<String> quantities() {
      return sides().stream().flatMap(Terms::quantities).distinct().sorted().toList();
    }

    /** What Symja finds for the sides, in the same order. */
    List<Optional<BigDecimal>> bySymja(SymjaText symja, Values point) {
      ClaimDefinition definition = claim.definition();
      return Stream.of(definition.statement(), definition.when())
          .flatMap(each -> Optional.ofNullable(each).stream())
          .flatMap(each -> symja.sides(each, point).stream())
          .toList();
    }

    @Override
    public String toString() {
      String size = problem.rows() + " by " + problem.columns();
      return claim.definition().id() + ", " + size + ", " + problem.observations() + " observed";
    }
  }

  static List<ClaimDefinition> definitions() {
    Catalogue catalogue = new Catalogue();
    return catalogue.identifiers().stream()
        .flatMap(id -> catalogue.resolve(id).stream())
        .distinct()
        .toList();
  }

  static List<Read> claims() {
    return definitions().stream().flatMap(CatalogueReadingsTest::readings).toList();
  }

  private static Stream<Read> readings(ClaimDefinition definition) {
    return PROBLEMS.stream()
        .filter(problem -> Catalogue.problemWith(definition, problem).isEmpty())
        .map(problem -> new Read(compiled(definition, problem), problem));
  }

  private static CompiledClaim compiled(ClaimDefinition definition, MatrixProblem problem) {
    try {
      return CompiledClaim.of(definition, problem);
    } catch (ExpressionException e) {
      throw new AssertionError(e);
    }
  }

  private static IntervalTerm interval(Term term) {
    try {
      return IntervalReading.of(term);
    } catch (NoReadingException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Values> points(Read read, int count) {
    Random random = new Random(SEED);
    List<String> quantities = read.quantities();
    return Stream.generate(() -> Drawn.values(quantities, random)).limit(count).toList();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyClaimIsReadForSomeProblem(ClaimDefinition definition) {
    assertThat(readings(definition)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void doublesLieInTheIntervalsOfTheirPoint(Read read) {
    List<Term> terms = read.sides().stream().flatMap(Terms::subterms).distinct().toList();
    for (Term term : terms) {
      IntervalTerm reading = interval(term);
      for (Values point : points(read, POINTS)) {
        Enclosure enclosure = reading.at(point.points());
        double value = term.evaluate(point);
        assertThat(enclosure.values().contains(value))
            .as("seed %d: %s at %s is %s in %s", SEED, term, point, value, enclosure)
            .isEqualTo(Double.isFinite(value));
        assertThat(enclosure.defined()).isEqualTo(Double.isFinite(value));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("claims")
  void wideIntervalsContainTheDoublesOfPointsInside(Read read) {
    Random random = new Random(SEED);
    for (Term side : read.sides()) {
      IntervalTerm reading = interval(side);
      for (Values point : points(read, POINTS)) {
        double width = Math.pow(10, -4 * random.nextDouble());
        Enclosure enclosure = reading.at(point.box(x -> around(x, width)));
        double value = side.evaluate(moved(point, width, random));
        assertThat(enclosure.values().contains(value) || Double.isNaN(value))
            .as("seed %d: %s around %s is %s in %s", SEED, side, point, value, enclosure)
            .isTrue();
        assertThat(enclosure.defined() && Double.isNaN(value)).isFalse();
      }
    }
  }

  private static Interval around(Interval x, double width) {
    return x.times(Interval.of(1 - width, 1 + width));
  }

  private static Values moved(Values point, double width, Random random) {
    Map<String, Double> moved = new TreeMap<>();
    point
        .values()
        .forEach(
            (name, value) ->
                moved.put(name, value * (1 + width * 0.999 * (2 * random.nextDouble() - 1))));
    return new Values(moved);
  }

  @ParameterizedTest
  @MethodSource("claims")
  void statementsAreJudgedAsInDoublesWhereverTheyAreKnown(Read read) throws NoReadingException {
    for (Formula formula : read.formulas()) {
      int known = 0;
      for (Values point : points(read, POINTS)) {
        Truth truth = IntervalReading.of(formula).at(point.points());
        known += truth == Truth.UNKNOWN ? 0 : 1;
        assertThat(truth).isNotEqualTo(formula.holds(point) ? Truth.FALSE : Truth.TRUE);
      }
      assertThat(known).isGreaterThan(POINTS / 3);
    }
  }

  @ParameterizedTest
  @MethodSource("oneReadingEach")
  void doublesAreWhatSymjaFinds(Read read) {
    int compared = 0;
    List<Term> sides = read.sides();
    SymjaText symja = new SymjaText(read.claim().definition());
    for (Values point : points(read, SYMJA_POINTS)) {
      List<Optional<BigDecimal>> expected = read.bySymja(symja, point);
      assertThat(expected).hasSameSizeAs(sides);
      for (int k = 0; k < sides.size(); k++) {
        compared += compare(sides.get(k), point, expected.get(k)) ? 1 : 0;
      }
    }
    assertThat(compared).isGreaterThan(SYMJA_POINTS * sides.size() / 3);
  }

  /** Whether they could be compared closely: where terms cancel, rounding alone differs by more. */
  private static boolean compare(Term side, Values point, Optional<BigDecimal> symja) {
    double value = side.evaluate(point);
    String where = "seed " + SEED + ": " + side + " at " + point;
    if (symja.isEmpty()) {
      assertThat(value).as(where).isNaN();
      return false;
    }
    Interval interval = interval(side).at(point.points()).values();
    // Symja's 30 digits are rounded too, so that it may miss a single number by less than an ulp.
    assertThat(interval.intersection(Interval.of(symja.get())).isEmpty()).as(where).isFalse();
    if (interval.width() > AGREEMENT * interval.mignitude()) {
      return false;
    }
    double expected = symja.get().doubleValue();
    assertThat(value).as(where).isCloseTo(expected, within(AGREEMENT * Math.abs(expected)));
    return true;
  }

  static Stream<Read> oneReadingEach() {
    return definitions().stream().flatMap(each -> readings(each).limit(1));
  }

  @ParameterizedTest
  @MethodSource("oneReadingEach")
  void theSolverFindsTheValueInItsIntervalAndNowhereElse(Read read) throws NoReadingException {
    for (Term side : read.sides()) {
      IntervalTerm interval = interval(side);
      int defined = 0;
      for (Values drawn : points(read, 3 * SOLVER_POINTS)) {
        Values point = coarse(drawn);
        Enclosure enclosure = interval.at(point.points());
        if (enclosure.defined() && defined < SOLVER_POINTS) {
          String where = "seed " + SEED + ": " + side + " at " + point + " in " + enclosure;
          defined++;
          assertThat(status(side, point, enclosure.values(), false))
              .as(where)
              .isEqualTo(Status.SATISFIABLE);
          assertThat(status(side, point, enclosure.values(), true))
              .as(where)
              .isEqualTo(Status.UNSATISFIABLE);
        }
      }
      assertThat(defined).isGreaterThanOrEqualTo(SOLVER_POINTS / 2);
    }
  }

  /** With few digits, so that exact arithmetic stays small; tiny ones have as few. */
  private static Values coarse(Values point) {
    Map<String, Double> rounded = new TreeMap<>();
    point
        .values()
        .forEach(
            (name, value) -> {
              int exponent = Math.getExponent(value);
              rounded.put(
                  name, Math.scalb(Math.rint(Math.scalb(value, 10 - exponent)), exponent - 10));
            });
    return new Values(rounded);
  }

  /** Whether the term, as translated, can lie inside an interval or outside at a point. */
  private static Status status(Term side, Values point, Interval interval, boolean outside)
      throws NoReadingException {
    SolverReading reading = new SolverReading();
    SmtTerm value = reading.read(side);
    Translation translation = reading.translation();
    List<SmtTerm> assertions = new ArrayList<>();
    for (Variable variable : translation.variables()) {
      if (variable.role() != Variable.Role.DEFINED) {
        SmtTerm number = number(variable.term().evaluate(point));
        assertions.add(SmtTerm.apply("=", variable.symbol(), number));
      }
    }
    translation.obligations().stream().map(Obligation::condition).forEach(assertions::add);
    SmtTerm inside = SmtTerm.apply("<=", number(interval.lower()), value, number(interval.upper()));
    assertions.add(outside ? inside.not() : inside);
    return Z3.status(translation.script(assertions));
  }

  private static SmtTerm number(double value) {
    BigDecimal exact = new BigDecimal(value);
    BigInteger power = BigInteger.TEN.pow(Math.max(0, exact.scale()));
    return SmtTerm.of(new BigFraction(exact.movePointRight(exact.scale()).toBigInteger(), power));
  }
}
