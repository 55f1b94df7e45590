package io.github.flowcert.report;

import io.github.flowcert.report.Plot.Axis;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The figures of the singular values and of what is computed from them. */
final class SpectrumFigures {

  private static final int MOST_LABELLED = 8;

  private SpectrumFigures() {}

  static Figure singularValues(ResultDocument document) {
    Trajectory run = Trajectory.of(document.flow());
    int count =
        run.curve().stream()
            .map(Sample::logSingularValues)
            .filter(Objects::nonNull)
            .mapToInt(List::size)
            .min()
            .orElse(0);
    List<Curve> curves =
        IntStream.range(0, count)
            .mapToObj(
                r ->
                    Curve.of(
                        label(r, count),
                        Ink.of(r),
                        run.times(),
                        run.column(sample -> log10Sigma(sample, r))))
            .toList();
    return new Figure(
        "singular-values",
        "Singular values of the product matrix over time, largest first. Both axes logarithmic; the"
            + " start, t = 0, lies off the axis.",
        new Plot(
            Trajectory.TIME,
            new Axis("log10 singular value", Scale.LINEAR),
            curves,
            run.horizonTime()));
  }

  private static String label(int r, int count) {
    return count <= MOST_LABELLED || r == 0 || r == count - 1 ? "σ(" + (r + 1) + ")" : "";
  }

  private static Double log10Sigma(Sample sample, int r) {
    Double log = sample.logSingularValues() == null ? null : sample.logSingularValues().get(r);
    return log == null ? null : log / Math.log(10);
  }

  static Figure determinant(ResultDocument document) {
    Trajectory run = Trajectory.of(document.flow());
    return new Figure(
        "determinant",
        "Size and sign of the determinant over time: solid blue where it is positive, dashed orange"
            + " where it is negative.",
        new Plot(
            Trajectory.TIME, new Axis("log10 |det|", Scale.LINEAR), runs(run), run.horizonTime()));
  }

  // One curve for each stretch of one sign; only the last has room for a label.
  private static List<Curve> runs(Trajectory run) {
    List<Curve> runs = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    int sign = 0;
    for (Sample sample : run.curve()) {
      if (sample.log10AbsDeterminant() == null || sample.time() <= 0) {
        continue;
      }
      if (sample.determinantSign() != sign && !points.isEmpty()) {
        runs.add(new Curve("", ink(sign), List.copyOf(points)));
        points.clear();
      }
      sign = sample.determinantSign();
      points.add(new Point(sample.time(), sample.log10AbsDeterminant()));
    }
    if (!points.isEmpty()) {
      runs.add(new Curve(sign > 0 ? "det > 0" : "det < 0", ink(sign), List.copyOf(points)));
    }
    return List.copyOf(runs);
  }

  private static Ink ink(int sign) {
    return sign > 0 ? Ink.BLUE : Ink.ORANGE;
  }

  static Figure effectiveRank(ResultDocument document) {
    Trajectory run = Trajectory.of(document.flow());
    List<Curve> curves = new ArrayList<>();
    curves.add(Curve.of("erank", Ink.BLUE, run.losses(), run.column(Sample::effectiveRank)));
    document.claims().stream()
        .filter(claim -> claim.id().equals("theorem-1/effective-rank"))
        .map(ClaimResult::right)
        .filter(Objects::nonNull)
        .forEach(right -> curves.add(Curve.of("bound", Ink.ORANGE, run.losses(), right)));
    String beside =
        curves.size() == 1 ? "" : ", beside the right side of theorem-1/effective-rank (dashed)";
    return new Figure(
        "effective-rank",
        "Effective rank against the loss" + beside + ".",
        new Plot(
            Trajectory.LOSS,
            new Axis("effective rank", Scale.LINEAR),
            List.copyOf(curves),
            run.horizonLoss()));
  }
}
