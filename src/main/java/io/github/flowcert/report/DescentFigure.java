package io.github.flowcert.report;

import io.github.flowcert.report.Plot.Axis;
import io.github.flowcert.result.CompareDocument;
import io.github.flowcert.result.CompareDocument.Bound;
import io.github.flowcert.result.CompareDocument.EntryCurve;
import io.github.flowcert.result.CompareDocument.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The unobserved entry against the loss: descents with the iteration as colour, the flows as lines,
 * the bounds as broken lines.
 */
final class DescentFigure {
  /** More points of a descent than this would lie on one another. */
  private static final int MOST_POINTS = 150;

  private static final int MOST_LABELLED = 8;
  private static final double LEAST = 0.01;

  private DescentFigure() {}

  /**
   * One figure of several cases.
   *
   * @param name its name; cases whose names begin with it are labelled by the rest of theirs
   */
  static Figure of(String name, List<CompareDocument> documents) {
    List<Curve> curves = new ArrayList<>();
    int runs = documents.stream().mapToInt(document -> document.runs().size()).sum();
    for (CompareDocument document : documents) {
      for (Run run : document.runs()) {
        curves.add(run(label(name, documents, document, run, runs), run.curve()));
      }
    }
    // The flows lie on the descents: one label is enough for all.
    for (int k = 0; k < documents.size(); k++) {
      EntryCurve flow = documents.get(k).flow();
      curves.add(drawn(Curve.of(k == 0 ? "flow" : "", Ink.BLUE, flow.loss(), flow.entry())));
    }
    bounds(documents).forEach((claim, bound) -> curves.add(bound(claim, bound)));
    return new Figure(
        "figure-" + name.replace('.', '-'),
        (documents.size() > 1 ? name + ": the" : "The")
            + " unobserved entry (the Frobenius norm of several) against the loss: descents as dots"
            + " whose colour is the iteration, the flow as a blue line, bounds broken; values below 0.01 are left out. Both"
            + " axes logarithmic; time runs to the right.",
        new Plot(
            Trajectory.LOSS,
            new Axis("absolute value", Scale.LOG10),
            List.copyOf(curves),
            OptionalDouble.empty()));
  }

  /** Without what is too small to be of interest: a start near 0 would fill the figure. */
  private static Curve drawn(Curve curve) {
    List<Point> points = new ArrayList<>();
    List<Double> shades = new ArrayList<>();
    for (int k = 0; k < curve.points().size(); k++) {
      if (curve.points().get(k).y() >= LEAST) {
        points.add(curve.points().get(k));
        shades.addAll(curve.isShaded() ? List.of(curve.shades().get(k)) : List.of());
      }
    }
    return new Curve(curve.label(), curve.ink(), points, shades);
  }

  /** Of each claim one bound: within a figure they differ by the cases' observations at most. */
  private static Map<String, Bound> bounds(List<CompareDocument> documents) {
    Map<String, Bound> bounds = new LinkedHashMap<>();
    for (CompareDocument document : documents) {
      if (document.bounds() != null) {
        document.bounds().forEach(bound -> bounds.putIfAbsent(bound.claim(), bound));
      }
    }
    return bounds;
  }

  private static Curve bound(String claim, Bound bound) {
    Ink ink = claim.startsWith("theorem") ? Ink.ORANGE : Ink.GREEN;
    return drawn(Curve.of(claim, ink, bound.loss(), bound.value()));
  }

  private static String label(
      String name, List<CompareDocument> documents, CompareDocument document, Run run, int runs) {
    String rate = "η " + Numbers.show(run.learningRate());
    if (runs > MOST_LABELLED) {
      return "";
    }
    if (documents.size() == 1) {
      return rate;
    }
    String own = document.name();
    return own.startsWith(name + "-") ? own.substring(name.length() + 1) : own;
  }

  private static Curve run(String label, EntryCurve curve) {
    List<Point> points = new ArrayList<>();
    List<Double> shades = new ArrayList<>();
    int size = curve.loss().size();
    int stride = Math.max(1, size / MOST_POINTS);
    for (int k = (size - 1) % stride; k < size; k += stride) {
      points.add(new Point(curve.loss().get(k), curve.entry().get(k)));
      shades.add(Math.log10(Math.max(1.0, curve.iteration().get(k).doubleValue())));
    }
    return drawn(new Curve(label, Ink.GREY, points, shades));
  }
}
