package io.github.flowcert.report;

import io.github.flowcert.report.Plot.Axis;
import io.github.flowcert.result.Recovery;
import io.github.flowcert.result.SweepDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What the flows of a sweep make of few observations, by depth, beside minimal nuclear norm and the
 * ground truth: Figures 1 and 2 of Arora et al. (2019). Curves go through the means of the runs,
 * which are dots.
 */
final class RecoveryFigures {
  private static final Axis OBSERVATIONS = new Axis("observed entries", Scale.LINEAR);

  /** With more runs nobody looks at each. */
  private static final int MOST_FOLLOWED = 6;

  private final String title;
  private final List<RecoveryRuns> runs;

  private RecoveryFigures(String title, List<RecoveryRuns> runs) {
    this.title = title;
    this.runs = runs;
  }

  /** The figures of a sweep; none where there is no ground truth. */
  static List<Figure> of(SweepDocument document) {
    List<Figure> figures = new ArrayList<>();
    if (document.recovered() != null) {
      int groups = 0;
      for (Map.Entry<String, List<RecoveryRuns>> group :
          RecoveryRuns.byOther(RecoveryRuns.of(document)).entrySet()) {
        String id = "recovery-" + ++groups;
        figures.addAll(new RecoveryFigures(group.getKey(), group.getValue()).figures(id));
      }
    }
    return List.copyOf(figures);
  }

  private List<Figure> figures(String id) {
    List<Figure> figures = new ArrayList<>(overObservations(id));
    if (runs.size() <= MOST_FOLLOWED) {
      runs.forEach(run -> figures.add(evolution(id + "-run-" + (figures.size() - 2), run)));
    }
    return List.copyOf(figures);
  }

  private Figure evolution(String id, RecoveryRuns run) {
    List<Recovery.Moment> moments = run.recovery().evolution();
    List<Double> times = moments.stream().map(Recovery.Moment::time).toList();
    int count = moments.stream().mapToInt(each -> each.singularValues().size()).min().orElse(0);
    List<Curve> curves = new ArrayList<>();
    for (int r = 0; r < count; r++) {
      int index = r;
      List<Double> values = moments.stream().map(each -> each.singularValues().get(index)).toList();
      curves.add(Curve.of(r == 0 ? "σ(1)" : "", Ink.of(r), times, values));
    }
    return new Figure(
        id,
        "The "
            + count
            + " largest singular values over time, "
            + run.words()
            + (title.isEmpty() ? "" : ", " + title)
            + ". The truth's effective rank is "
            + Numbers.show(number(Recovery.Matrix::effectiveRank, run.recovery().truth()))
            + ", at the end it is "
            + Numbers.show(number(Recovery.Matrix::effectiveRank, run.recovery().flow()))
            + ".",
        new Plot(
            Trajectory.TIME,
            new Axis("singular value", Scale.LINEAR),
            List.copyOf(curves),
            OptionalDouble.empty()));
  }

  private List<Figure> overObservations(String id) {
    String of = title.isEmpty() ? "" : ", " + title;
    return List.of(
        new Figure(
            id + "-error",
            "Reconstruction error"
                + of
                + ": the Frobenius distance to the ground truth, over its norm. "
                + new RecoveryWords(runs).sentences(),
            plot("reconstruction error", Scale.LOG10, Recovery.Matrix::error, /* truth= */ false)),
        new Figure(
            id + "-nuclear",
            "Nuclear norm of what is found" + of + ", beside the least there is and the truth's.",
            plot("nuclear norm", Scale.LINEAR, Recovery.Matrix::nuclearNorm, /* truth= */ true)),
        new Figure(
            id + "-rank",
            "Effective rank of what is found" + of + ", beside the truth's.",
            plot(
                "effective rank",
                Scale.LINEAR,
                Recovery.Matrix::effectiveRank,
                /* truth= */ true)));
  }

  private Plot plot(
      String axis, Scale scale, Function<Recovery.Matrix, Double> measure, boolean truth) {
    List<Curve> curves = new ArrayList<>();
    int inks = 0;
    for (Map.Entry<String, List<RecoveryRuns>> depth : RecoveryRuns.byDepth(runs).entrySet()) {
      Ink ink = Ink.of(inks++);
      String label = depth.getKey().isEmpty() ? "flow" : "depth " + depth.getKey();
      add(curves, label, ink, depth.getValue(), run -> number(measure, run.recovery().flow()));
    }
    add(curves, "nuclear", Ink.BLACK, runs, run -> number(measure, run.recovery().minimal()));
    if (truth) {
      add(curves, "truth", Ink.GREY, runs, run -> number(measure, run.recovery().truth()));
    }
    return new Plot(
        OBSERVATIONS, new Axis(axis, scale), List.copyOf(curves), OptionalDouble.empty());
  }

  private static double number(Function<Recovery.Matrix, Double> measure, Recovery.Matrix matrix) {
    Double value = measure.apply(matrix);
    return value == null ? Double.NaN : value;
  }

  /** The curve of the means, and a dot for each run. */
  private static void add(
      List<Curve> curves,
      String label,
      Ink ink,
      List<RecoveryRuns> of,
      ToDoubleFunction<RecoveryRuns> value) {
    List<Point> means = new ArrayList<>();
    List<Curve> dots = new ArrayList<>();
    for (int observations : RecoveryRuns.counts(of)) {
      List<Double> values =
          RecoveryRuns.at(of, observations).stream().map(value::applyAsDouble).distinct().toList();
      double mean = values.stream().collect(Collectors.averagingDouble(each -> each));
      means.add(new Point(observations, mean));
      values.forEach(each -> dots.add(new Curve("", ink, List.of(new Point(observations, each)))));
    }
    curves.add(new Curve(label, ink, List.copyOf(means)));
    curves.addAll(dots);
  }
}
