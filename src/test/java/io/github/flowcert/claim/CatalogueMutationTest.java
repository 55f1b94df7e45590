package io.github.flowcert.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.expression.Condition;
import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Term;
import io.github.flowcert.testing.Terms;
import io.github.flowcert.testing.Values;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every claim of the catalogue is what a formula written here says, and no claim with one sign
 * flipped is. A claim that joins the catalogue needs a line in {@link #FORMULAS}, written from its
 * source and not from the catalogue.
 */
class CatalogueMutationTest {
  private static final long SEED = 20260106;
  private static final int POINTS = 300;

  /** Of rounding, relative to the larger side. */
  private static final double SAME = 1e-9;

  /** A flipped sign shows at some point by this much. */
  private static final double DIFFERENT = 1e-4;

  /**
   * What a claim should be.
   *
   * @param margin how far it holds
   * @param when where it is claimed
   */
  private record Formulas(ToDoubleFunction<Values> margin, Predicate<Values> when) {}

  private static final Map<String, Formulas> FORMULAS =
      Map.ofEntries(
          line("determinant-sign", q -> q.get("detsign") == q.get("initialdetsign") ? 1 : -1),
          line(
              "balancedness",
              q -> {
                double scale = q.get("factorscale");
                double relative = 1e3 * q.get("reltol") * scale + 2.220446049250313e-13 * scale;
                return relative + 1e3 * q.get("abstol") * Math.sqrt(scale) - q.get("balance");
              }),
          line("loss-nonincreasing", q -> -q.get("lossrate")),
          line(
              "theorem-1/norm",
              q -> {
                double first = q.get("unitnorm") / q.get("c");
                double second = 8 * q.get("c") * q.get("c") * q.get("largestunitnorm");
                return q.get("normvalue") - first / root2(q) + Math.max(first, second);
              }),
          line(
              "theorem-1/effective-rank",
              q -> 1 - q.get("erank") + 9.995284442589375 * Math.sqrt(q.get("loss"))),
          line("theorem-1/infimal-rank-distance", q -> 3 * root2(q) - q.get("distance(1)")),
          line(
              "theorem-1/sharp",
              q -> {
                double a = (Math.sqrt(1 + 8 * q.get("loss")) - 1) / 2;
                return Math.abs(q.get("w(1,1)")) - (1 - a) * Math.sqrt((1 - a) / a);
              },
              q -> q.get("loss") < 0.375),
          line(
              "reconstruction-beats-nuclear",
              q -> q.get("minimalreconstruction") - q.get("reconstruction"),
              q ->
                  q.get("loss") / q.get("observations") <= 5e-7
                      && q.get("minimalreconstruction") > 0.01),
          line(
              "lemma-10",
              q -> Math.abs(q.get("w(1,1)")) - 1 / root2(q) + 2 - root2(q),
              q -> q.get("loss") < 0.5),
          line("lemma-11/largest", q -> q.get("sigma(1)") - Math.abs(q.get("w(1,1)")) + root2(q)),
          line("lemma-11/smallest", q -> 3 * root2(q) - q.get("sigma(2)")),
          line(
              "lemma-11/largest-at-small-loss",
              q -> 2 + q.get("sigma(1)") - 1 / root2(q),
              q -> q.get("loss") < 0.5),
          line(
              "theorem-2/norm",
              q -> {
                double small = Math.min(size(q, "z"), size(q, "zprime"));
                double large = Math.max(size(q, "z"), size(q, "zprime"));
                double epsilon = size(q, "epsilon");
                double top = q.get("unitnorm") * small * large / q.get("c");
                double most = q.get("largestunitnorm") * Math.max(large, epsilon);
                double b = Math.max(top / (small + epsilon), 8 * Math.pow(q.get("c"), 2) * most);
                return q.get("normvalue") - top / (root2(q) + epsilon) + b;
              }),
          line(
              "theorem-2/effective-rank",
              q -> {
                double rise = size(q, "epsilon") + root2(q);
                double slope = Math.max(16 / size(q, "z"), 16 / size(q, "zprime"));
                return 1 - q.get("erank") + slope * rise;
              }),
          line(
              "theorem-2/infimal-rank-distance", q -> perturbedBound(q) - q.get("infimaldistance")),
          line(
              "lemma-17",
              q -> {
                double s = root2(q);
                double z = size(q, "z");
                double other = size(q, "zprime");
                double product = z * other - s * (z + other) + s * s;
                return size(q, "unobserved") - product / (s + size(q, "epsilon"));
              },
              CatalogueMutationTest::isNear),
          line(
              "lemma-18/largest",
              q -> q.get("sigma(1)") - Math.sqrt(0.5) * size(q, "unobserved") + root2(q)),
          line("lemma-18/smallest", q -> perturbedBound(q) - q.get("sigma(2)")),
          line(
              "lemma-18/smallest-at-small-loss",
              q -> 4 * (size(q, "epsilon") + root2(q)) - q.get("sigma(2)"),
              CatalogueMutationTest::isNear),
          line(
              "appendix-a/growth",
              q -> size(q, "unobserved") - blockBound(root2(q)),
              q -> q.get("loss") < 0.125),
          line(
              "appendix-a/infimal-rank-distance",
              q -> {
                double s = root2(q);
                double g = s < 0.5 ? Math.max(0, blockBound(s)) : 0;
                return s + (Math.sqrt(g * g + 4) - g) / 2 - q.get("infimaldistance");
              }),
          line(
              "proposition-1/growth",
              q ->
                  q.get("zeronorm")
                      + q.get("normvalue")
                      - q.get("unitnorm") * size(q, "x") / q.get("c")),
          line("proposition-1/increasing", q -> q.get("normslope"), CatalogueMutationTest::isOff),
          line(
              "proposition-1/minimizer",
              q -> q.get("normvalue") - q.get("zeronorm"),
              CatalogueMutationTest::isOff),
          line("proposition-2/effective-rank-above-1", q -> q.get("erank") - 1),
          line(
              "proposition-2/effective-rank-below-2",
              q -> 2 - q.get("erank"),
              CatalogueMutationTest::isOff),
          line(
              "proposition-2/effective-rank-at-0",
              q -> 9.094947017729282e-13 - Math.abs(2 - q.get("erank")),
              q -> q.get("x") == 0),
          line(
              "proposition-2/effective-rank-decreasing",
              q -> -q.get("erankslope"),
              CatalogueMutationTest::isOff),
          line(
              "proposition-2/effective-rank-limit",
              q -> 1 - q.get("erank") + 2.8853900817779268 / size(q, "x"),
              CatalogueMutationTest::isOff),
          line(
              "proposition-2/distance-at-0",
              q -> 9.094947017729282e-13 - Math.abs(1 - q.get("distance(1)")),
              q -> q.get("x") == 0),
          line(
              "proposition-2/distance-decreasing",
              q -> -q.get("distanceslope(1)"),
              CatalogueMutationTest::isOff),
          line(
              "proposition-2/distance-limit",
              q -> 2 / size(q, "x") - q.get("distance(1)"),
              CatalogueMutationTest::isOff),
          line("proposition-3/pairing", q -> 1 - Math.abs(q.get("negatives") - q.get("positives"))),
          line(
              "proposition-3/frequency",
              q ->
                  Math.min(
                      Math.min(0.5 - q.get("positivelow"), q.get("positivehigh") - 0.5),
                      Math.min(0.5 - q.get("negativelow"), q.get("negativehigh") - 0.5))),
          line(
              "proposition-4/symmetric",
              q -> {
                double drift =
                    1e3 * q.get("reltol") + 1e3 * q.get("abstol") + 2.220446049250313e-13;
                return drift - Math.abs(q.get("w(2,1)") - q.get("w(1,2)"));
              }),
          line("proposition-4/positive-definite", q -> Math.min(q.get("detsign"), q.get("w(1,1)"))),
          line("proposition-4/w11-positive", q -> q.get("w(1,1)")),
          line(
              "proposition-4/w11-nondecreasing",
              q -> q.get("wslope(1,1)"),
              q -> q.get("t") >= 0.01),
          line("proposition-4/w12-nonnegative", q -> q.get("w(1,2)"), q -> q.get("t") >= 0.01),
          line("proposition-4/w12-at-most-1", q -> -q.get("residual(1,2)")),
          line("proposition-4/w22-positive", q -> q.get("residual(2,2)")),
          line("proposition-4/w22-at-most-1", q -> 1 - q.get("w(2,2)"), q -> q.get("t") >= 0.01),
          line(
              "proposition-4/loss-slope",
              q -> {
                // The eigenvalue of [[0, r], [r, d]] that is not positive, up to its sign.
                double r = q.get("residual(1,2)");
                double d = q.get("residual(2,2)");
                double least = Math.hypot(d / 2, r) - d / 2;
                return -q.get("lossslope") - 2 * q.get("sigma(1)") * least * least;
              }),
          line(
              "proposition-4/loss-slope-bound",
              q ->
                  -q.get("lossslope")
                      - 0.5 * q.get("w(1,1)") * Math.pow(q.get("residual(1,2)"), 4)),
          line("closed-form", q -> regressionDrift(q, "betascale") - q.get("closedformgap")),
          line(
              "least-norm-limit/least-norm",
              q ->
                  regressionDrift(q, "limitscale")
                      + q.get("remaining")
                      - q.get("leastnormdistance")),
          line(
              "least-norm-limit/nearest",
              q ->
                  regressionDrift(q, "limitscale") + q.get("remaining") - q.get("nearestdistance")),
          line("singular-value-dynamics", q -> 1e-8 - q.get("sigmaresidual")),
          line(
              "singular-vector-dynamics",
              q -> 1e-8 - q.get("vectorresidual"),
              q -> q.get("singulargap") > 1e-6),
          line(
              "alignment",
              q -> 1e-8 + q.get("alignmentbound") - q.get("misalignment"),
              q -> q.get("singulargap") > 1e-6),
          line("depth-gap", q -> 1e-6 - q.get("depthgap")),
          line(
              "commuting-nuclear-norm/shrinks",
              q -> q.get("previousexcess") - q.get("nuclearexcess"),
              q -> q.get("alpha") < 0.05),
          line(
              "commuting-nuclear-norm/small",
              q -> 1e-3 - q.get("nuclearexcess"),
              q -> q.get("alpha") < 2e-5),
          line("schatten-not-minimal", CatalogueMutationTest::tilting));

  private static Map.Entry<String, Formulas> line(String id, ToDoubleFunction<Values> margin) {
    return line(id, margin, q -> true);
  }

  private static Map.Entry<String, Formulas> line(
      String id, ToDoubleFunction<Values> margin, Predicate<Values> when) {
    return Map.entry(id, new Formulas(margin, when));
  }

  /** What tolerances let parameters of such a size drift. */
  private static double regressionDrift(Values q, String scale) {
    double units = q.get("reltol") + 2.220446049250313e-16;
    return 1e2 * units * q.get(scale) + 1e2 * q.get("abstol");
  }

  /** By how much the least lowered of the quasi-norms of Proposition 1 of Arora et al. falls. */
  private static double tilting(Values q) {
    double least = Double.POSITIVE_INFINITY;
    for (String p : List.of("0.25", "0.5", "0.75")) {
      for (String by : List.of("0.125", "0.015625")) {
        double fall = q.get("schatten(" + p + ")") - q.get("tilted(" + p + "," + by + ")");
        least = Math.min(least, fall);
      }
    }
    return least;
  }

  /** Square root of twice the loss. */
  private static double root2(Values q) {
    return Math.sqrt(2 * q.get("loss"));
  }

  private static double size(Values q, String name) {
    return Math.abs(q.get(name));
  }

  /** Right side of equation (15) and of the second of (42), Razin and Cohen 2020. */
  private static double perturbedBound(Values q) {
    double z = size(q, "z");
    double other = size(q, "zprime");
    // The root of the product over the smaller one is the root of the ratio.
    double ratio = Math.max(z, other) / Math.min(z, other);
    return 4 * (size(q, "epsilon") + root2(q)) + Math.sqrt(2 * ratio * q.get("loss"));
  }

  /** Whether the loss is less than the halves of z^2 and z'^2. */
  private static boolean isNear(Values q) {
    return root2(q) < size(q, "z") && root2(q) < size(q, "zprime");
  }

  /** Whether the unobserved entry of the solution is not 0. */
  private static boolean isOff(Values q) {
    return q.get("x") != 0;
  }

  /** Lemma 10 with residuals q = s/(1 - s) in place of s, less what the Schur complement takes. */
  private static double blockBound(double s) {
    double q = s / (1 - s);
    return (1 - q) * (1 - q) / q - s * q;
  }

  static Stream<CompiledClaim> claims() {
    return CatalogueReadingsTest.oneReadingEach().map(CatalogueReadingsTest.Read::claim);
  }

  @Test
  void everyClaimHasALine() {
    assertThat(claims().map(each -> each.definition().id()))
        .containsExactlyInAnyOrderElementsOf(FORMULAS.keySet());
  }

  @ParameterizedTest
  @MethodSource("claims")
  void everyClaimIsItsFormula(CompiledClaim claim) {
    Formulas formulas = FORMULAS.get(claim.definition().id());
    assertThat(
            points(claim)
                .filter(
                    q ->
                        differs(claim.comparison().formula(), formulas, q, SAME)
                            || applies(claim, q) != formulas.when().test(q))
                .findFirst())
        .as("where claim and formula differ, seed " + SEED)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void aStatementWithOneSignFlippedIsNot(CompiledClaim claim) {
    Formulas formulas = FORMULAS.get(claim.definition().id());
    assertThat(Mutants.ofRelated(claim.comparison().formula()))
        .isNotEmpty()
        .allMatch(mutant -> points(claim).anyMatch(q -> differs(mutant, formulas, q, DIFFERENT)));
  }

  @ParameterizedTest
  @MethodSource("claims")
  void aConditionWithOneSignFlippedIsNot(CompiledClaim claim) {
    Formulas formulas = FORMULAS.get(claim.definition().id());
    assertThat(claim.when().map(Condition::formula).stream().flatMap(Mutants::of))
        .allMatch(
            mutant -> points(claim).anyMatch(q -> mutant.holds(q) != formulas.when().test(q)));
  }

  private static boolean applies(CompiledClaim claim, Values q) {
    return claim.when().isEmpty() || claim.when().get().holds(q);
  }

  private static boolean differs(
      Formula.Related formula, Formulas formulas, Values q, double tolerance) {
    double left = formula.left().evaluate(q);
    double right = formula.right().evaluate(q);
    double margin = formula.relation().margin(left, right);
    double expected = formulas.margin().applyAsDouble(q);
    if (Double.isNaN(margin) || Double.isNaN(expected)) {
      return Double.isNaN(margin) != Double.isNaN(expected);
    }
    double scale = Math.max(Math.abs(left), Math.abs(right));
    return Math.abs(margin - expected) > tolerance * scale;
  }

  private static Stream<Values> points(CompiledClaim claim) {
    Random random = new Random(SEED);
    Stream<Term> sides =
        Stream.concat(
            claim.comparison().formula().terms(),
            claim.when().stream().flatMap(each -> each.formula().terms()));
    List<String> quantities = sides.flatMap(Terms::quantities).distinct().sorted().toList();
    return Stream.generate(() -> Drawn.values(quantities, random)).limit(POINTS);
  }
}
