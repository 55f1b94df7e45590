package io.github.flowcert.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.result.Recovery;
import io.github.flowcert.result.SweepDocument;
import io.github.flowcert.result.SweepDocument.Recovered;
import io.github.flowcert.result.SweepHeader.Axis;
import io.github.flowcert.result.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sweep made by hand: two depths, two numbers of observations, two seeds. */
class RecoveryFiguresTest {
  private static final List<Axis> AXES =
      List.of(
          new Axis("depth", "depth", "factorization.depth", 0, List.of("2", "3")),
          new Axis("observed", "observed", "problem.random.observed", 1, List.of("10", "40")),
          new Axis("seed", "seed", "initial.seed", 2, List.of("1", "2")));

  private static Recovered run(
      String depth, String observed, String seed, double error, double minimal) {
    Recovery recovery =
        new Recovery(
            Integer.parseInt(observed),
            new Recovery.Matrix(error, 20, 2.5),
            new Recovery.Matrix(minimal, 15, 4.0),
            1e-6,
            new Recovery.Matrix(0, 18, 2.0),
            List.of(
                new Recovery.Moment(0, List.of(0.1, 0.1)),
                new Recovery.Moment(2, List.of(10.0, 0.5))));
    return new Recovered(List.of(depth, observed, seed), recovery);
  }

  private static SweepDocument sweep(List<Recovered> recovered) {
    return new SweepDocument(
        SweepDocument.SCHEMA,
        "hand",
        "",
        "hand.yaml",
        "flowcert sweep hand.yaml",
        "1",
        null,
        null,
        Verdict.HOLDS,
        8,
        0,
        Map.of("holds", 8),
        AXES,
        List.of(),
        List.of(),
        List.of(),
        recovered,
        List.of(),
        "",
        "");
  }

  private static final List<Recovered> RUNS =
      List.of(
          run("2", "10", "1", 0.5, 0.6),
          run("2", "10", "2", 0.7, 0.6),
          run("2", "40", "1", 0.1, 0.05),
          run("2", "40", "2", 0.1, 0.05),
          run("3", "10", "1", 0.2, 0.6),
          run("3", "10", "2", 0.4, 0.6),
          run("3", "40", "1", 0.2, 0.05),
          run("3", "40", "2", 0.01, 0.05));

  @Test
  void theCaptionCountsRunByRunWhichDepthErrsLess() {
    assertThat(RecoveryFigures.of(sweep(RUNS)).get(0).caption())
        .contains(
            "Depth 3 errs less than depth 2 in 2 of 2 runs with 10,"
                + " 1 of 2 runs with 40 observations.")
        .contains(
            "Depth 2 errs less than minimal nuclear norm in 1 of 2 runs with 10,"
                + " 0 of 2 runs with 40 observations.")
        .contains(
            "Depth 3 errs less than minimal nuclear norm in 2 of 2 runs with 10,"
                + " 1 of 2 runs with 40 observations.");
  }

  @Test
  void theCaptionTurnsRoundWithTheData() {
    List<Recovered> worse = List.of(run("2", "10", "1", 0.1, 0.6), run("3", "10", "1", 0.9, 0.6));
    assertThat(RecoveryFigures.of(sweep(worse)).get(0).caption())
        .contains("Depth 3 errs less than depth 2 in 0 of 1 runs with 10 observations.")
        .contains("Depth 3 errs less than minimal nuclear norm in 0 of 1 runs with 10");
  }

  @Test
  void curvesGoThroughTheMeansOfTheRuns() {
    List<Curve> curves = RecoveryFigures.of(sweep(RUNS)).get(0).plot().curves();
    List<Curve> named = curves.stream().filter(curve -> !curve.label().isEmpty()).toList();
    assertThat(named).extracting(Curve::label).containsExactly("depth 2", "depth 3", "nuclear");
    assertThat(named.get(0).points()).containsExactly(new Point(10, 0.6), new Point(40, 0.1));
    assertThat(named.get(1).points().get(0).y()).isBetween(0.2999, 0.3001);
    assertThat(curves.stream().filter(curve -> curve.points().size() == 1)).hasSize(9);
  }

  @Test
  void nuclearNormAndEffectiveRankAreShownBesideTheTruth() {
    assertThat(RecoveryFigures.of(sweep(RUNS)))
        .hasSize(3)
        .allSatisfy(figure -> assertThat(figure.draw().svg()).startsWith("<svg "));
    assertThat(RecoveryFigures.of(sweep(RUNS)).get(2).plot().curves())
        .extracting(Curve::label)
        .contains("truth");
  }

  @Test
  void ofFewRunsEachIsFollowed() {
    List<Figure> figures = RecoveryFigures.of(sweep(RUNS.subList(0, 2)));
    assertThat(figures).hasSize(5);
    assertThat(figures.get(4).caption())
        .contains("The 2 largest singular values over time, depth 2, 10 observations, seed 2.");
    assertThat(figures.get(4).plot().curves().get(1).points().get(1)).isEqualTo(new Point(2, 0.5));
  }

  @Test
  void aSweepWithoutGroundTruthHasNoSuchFigures() {
    assertThat(RecoveryFigures.of(sweep(null))).isEmpty();
  }
}
