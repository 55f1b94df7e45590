package io.github.flowcert.report;

import io.github.flowcert.report.Plot.Axis;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The figures of the parameters of a regression, and of how they near what they tend to. */
final class ParameterFigures {
  private static final int MOST_LABELLED = 8;

  private ParameterFigures() {}

  static Figure parameters(ResultDocument document) {
    Trajectory run = Trajectory.of(document.flow());
    int count =
        run.curve().stream()
            .map(Sample::parameters)
            .filter(Objects::nonNull)
            .mapToInt(List::size)
            .min()
            .orElse(0);
    List<Curve> curves =
        IntStream.range(0, count)
            .mapToObj(
                k ->
                    Curve.of(
                        count <= MOST_LABELLED ? "β(" + (k + 1) + ")" : "",
                        Ink.of(k),
                        run.times(),
                        run.column(sample -> parameter(sample, k))))
            .toList();
    return new Figure(
        "parameters",
        "Parameters over time, which is logarithmic; the start, t = 0, lies off the axis.",
        new Plot(Trajectory.TIME, new Axis("parameter", Scale.LINEAR), curves, run.horizonTime()));
  }

  private static Double parameter(Sample sample, int k) {
    return sample.parameters() == null ? null : sample.parameters().get(k);
  }

  /** How far the parameters are from the closed form and from their limit. */
  static Figure distances(ResultDocument document) {
    Trajectory run = Trajectory.of(document.flow());
    List<Curve> curves = new ArrayList<>();
    add(curves, document, run, "least-norm-limit/nearest", "from the limit", Ink.BLUE);
    add(curves, document, run, "closed-form", "from the closed form", Ink.ORANGE);
    return new Figure(
        "distances",
        "Distance of the parameters from the solution nearest to the start, and of the integrated"
            + " parameters from the closed form at the same time. Both axes logarithmic.",
        new Plot(Trajectory.TIME, new Axis("distance", Scale.LOG10), curves, run.horizonTime()));
  }

  private static void add(
      List<Curve> curves,
      ResultDocument document,
      Trajectory run,
      String id,
      String label,
      Ink ink) {
    document.claims().stream()
        .filter(claim -> claim.id().equals(id))
        .map(ClaimResult::left)
        .filter(Objects::nonNull)
        .forEach(left -> curves.add(Curve.of(label, ink, run.times(), left)));
  }
}
