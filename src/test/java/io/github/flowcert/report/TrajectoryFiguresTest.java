package io.github.flowcert.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.FlowSummary;
import io.github.flowcert.result.HandMadeDocuments;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Sample;
import io.github.flowcert.result.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The expected numbers are those that HandMadeDocuments takes from an independent program. */
class TrajectoryFiguresTest {

  private static final ResultDocument DOCUMENT = HandMadeDocuments.depth3("a", "");

  @Test
  void theUnobservedEntryRunsAgainstTheLossBesideTheFrobeniusBound() {
    Plot plot = UnobservedEntries.of(DOCUMENT).plot();
    assertThat(plot.curves()).extracting(Curve::label).containsExactly("|w₁₁|", "bound");
    assertThat(plot.curves().get(0).last().x()).isCloseTo(1e-4, within(1e-12));
    assertThat(plot.curves().get(0).last().y()).isCloseTo(70.70, within(1e-6));
    // The made-up right side at loss 1e-4: 1 / sqrt(2e-4) - 1.
    assertThat(plot.curves().get(1).last().y()).isCloseTo(69.7106781, within(1e-6));
    assertThat(plot.horizon()).hasValue(2.2e-4);
  }

  @Test
  void lemma10IsTheBoundWhereItWasJudged() {
    List<Double> right = Collections.nCopies(DOCUMENT.flow().curve().size(), 5.0);
    ClaimResult lemma =
        new ClaimResult(
            "lemma-10",
            null,
            Verdict.HOLDS,
            "numeric",
            1.0,
            0.0,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            right,
            right);
    ResultDocument document =
        with(List.of(DOCUMENT.claims().get(0), lemma), DOCUMENT.flow().curve());
    Figure figure = UnobservedEntries.of(document);
    assertThat(figure.plot().curves().get(1).last().y()).isEqualTo(5.0);
    assertThat(figure.caption()).contains("lemma-10").doesNotContain("theorem-1/norm");
  }

  @Test
  void singularValuesAreDrawnAsLogarithmsToBaseTenOverTime() {
    Plot plot = SpectrumFigures.singularValues(DOCUMENT).plot();
    Point first = plot.curves().get(0).last();
    Point second = plot.curves().get(1).last();
    assertThat(first.x()).isCloseTo(10743, within(1e-6));
    // Their product is the determinant.
    assertThat(first.y() + second.y()).isCloseTo(Math.log10(3.8e-6), within(1e-9));
    assertThat(first.y()).isCloseTo(Math.log10(70.70), within(1e-3));
    assertThat(plot.horizon()).hasValue(3200);
  }

  @Test
  void aDeterminantThatChangesSignIsDrawnInTwoInks() {
    ResultDocument lost = with(DOCUMENT.claims(), curve(TrajectoryFiguresTest::flippedWhenLate));
    assertThat(SpectrumFigures.determinant(lost).plot().curves())
        .extracting(Curve::ink, Curve::label)
        .containsExactly(tuple(Ink.BLUE, ""), tuple(Ink.ORANGE, "det < 0"));
    assertThat(SpectrumFigures.determinant(DOCUMENT).plot().curves())
        .extracting(Curve::ink, Curve::label)
        .containsExactly(tuple(Ink.BLUE, "det > 0"));
  }

  @Test
  void everyNormRunsAgainstTheLoss() {
    Plot plot = ClaimCurves.norms(DOCUMENT).get(0).plot();
    assertThat(plot.curves())
        .extracting(Curve::label)
        .containsExactly("frobenius", "nuclear", "spectral");
    assertThat(plot.curves().get(0).last().x()).isCloseTo(1e-4, within(1e-12));
  }

  @Test
  void aNormWithALongNameHasALabelThatFits() {
    ClaimResult claim =
        new ClaimResult(
            "theorem-1/norm",
            "weighted-schatten 1/2 (2, 1, 1, 1)",
            Verdict.HOLDS,
            "numeric",
            2.0,
            0.0,
            new ClaimResult.Witness(1, 1, 3.0, 1.0),
            null,
            null,
            null,
            "normvalue > loss",
            null,
            List.of(),
            List.of(),
            List.of(3.0, 3.0),
            List.of(1.0, 1.0));
    Plot plot = ClaimCurves.norms(with(List.of(claim), twoPoints())).get(0).plot();
    assertThat(plot.curves()).extracting(Curve::label).containsExactly("weighted 1/2 (2, 1,…");
  }

  @Test
  void marginsAreDrawnPositiveWhereTheClaimHoldsWhicheverSideIsLarger() {
    Plot plot =
        ClaimCurves.margins(with(List.of(sides(3, 1), sides(1, 3)), twoPoints())).get(0).plot();
    assertThat(plot.curves()).hasSize(2);
    assertThat(plot.curves())
        .allSatisfy(curve -> assertThat(curve.points()).extracting(Point::y).containsOnly(2.0));
  }

  @Test
  void moreCurvesThanThereAreInksStandInFiguresOfTheirOwnEachWithItsLabel() {
    List<ClaimResult> claims =
        IntStream.range(0, 8).mapToObj(i -> sides("bound-" + i, 3, 1, 2)).toList();
    List<Figure> figures = ClaimCurves.margins(with(claims, twoPoints()));
    assertThat(figures).extracting(Figure::id).containsExactly("margins", "margins-part-2");
    assertThat(figures.get(0).plot().curves()).extracting(Curve::ink).containsExactly(Ink.values());
    assertThat(figures.get(1).plot().curves())
        .extracting(Curve::label)
        .containsExactly("bound-6", "bound-7");
  }

  @Test
  void aClaimThatFailsHasNegativeMargins() {
    ClaimResult failing = sides(3, 1, -2);
    Plot plot = ClaimCurves.margins(with(List.of(failing), twoPoints())).get(0).plot();
    assertThat(plot.curves().get(0).points()).extracting(Point::y).containsOnly(-2.0);
  }

  private static List<Sample> twoPoints() {
    return DOCUMENT.flow().curve().subList(0, 2);
  }

  private static ClaimResult sides(double left, double right) {
    return sides(left, right, 2);
  }

  private static ClaimResult sides(double left, double right, double margin) {
    return sides(left > right ? "made-up/above" : "made-up/below", left, right, margin);
  }

  private static ClaimResult sides(String id, double left, double right, double margin) {
    return new ClaimResult(
        id,
        null,
        Verdict.HOLDS,
        "numeric",
        margin,
        0.0,
        new ClaimResult.Witness(1, 1, left, right),
        null,
        null,
        null,
        "sigma(1) > loss",
        null,
        List.of(),
        List.of(),
        List.of(left, left),
        List.of(right, right));
  }

  @Test
  void aRunTooLargeToStoreHasTheFiguresThatRemain() {
    ResultDocument large = with(List.of(), curve(TrajectoryFiguresTest::withoutMatrix));
    assertThat(CasePage.of(large, List.of()).figures())
        .extracting(DrawnFigure::id)
        .containsExactly("singular-values", "effective-rank");
  }

  @Test
  void aRunThatFailedAtOnceHasNoFigures() {
    assertThat(CasePage.of(with(List.of(), List.of()), List.of()).figures()).isEmpty();
  }

  private static Sample flippedWhenLate(Sample sample) {
    return new Sample(
        sample.time(),
        sample.loss(),
        sample.product(),
        sample.logSingularValues(),
        sample.time() > 3200 ? -1 : 1,
        sample.log10AbsDeterminant(),
        sample.effectiveRank(),
        sample.unbalancedness());
  }

  private static Sample withoutMatrix(Sample sample) {
    return new Sample(
        sample.time(),
        sample.loss(),
        null,
        sample.logSingularValues(),
        null,
        null,
        sample.effectiveRank(),
        sample.unbalancedness());
  }

  private static List<Sample> curve(UnaryOperator<Sample> change) {
    return DOCUMENT.flow().curve().stream().map(change).toList();
  }

  private static ResultDocument with(List<ClaimResult> claims, List<Sample> curve) {
    FlowSummary flow = DOCUMENT.flow();
    return new ResultDocument(
        DOCUMENT.schema(),
        DOCUMENT.name(),
        DOCUMENT.about(),
        DOCUMENT.status(),
        DOCUMENT.setting(),
        new FlowSummary(
            flow.formulation(),
            flow.integrator(),
            flow.steps(),
            flow.rejected(),
            flow.evaluations(),
            flow.wallSeconds(),
            flow.stop(),
            flow.stopReason(),
            flow.trustedUntil(),
            flow.segments(),
            flow.samples(),
            curve),
        claims,
        DOCUMENT.crossChecks(),
        DOCUMENT.falsification(),
        DOCUMENT.provenance(),
        DOCUMENT.input());
  }
}
