package io.github.flowcert.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Labels right of the curves' ends, moved apart where they would overlap. */
final class EndLabels {

  /** Height of a label, as a share of the figure's height. */
  private static final double GAP = 0.07;

  /** The same where a legend takes its share of the figure. */
  private static final double GAP_ABOVE_LEGEND = 0.095;

  private EndLabels() {}

  /** A label at a height. */
  record Label(String text, Ink ink, double y) {}

  static List<Label> of(List<Curve> curves, Frame frame) {
    List<Curve> named =
        curves.stream()
            .filter(curve -> !curve.label().isEmpty())
            .sorted(Comparator.comparingDouble(curve -> curve.last().y()))
            .toList();
    double[] heights = named.stream().mapToDouble(curve -> curve.last().y()).toArray();
    boolean legend = curves.stream().anyMatch(Curve::isShaded);
    double gap = (legend ? GAP_ABOVE_LEGEND : GAP) * frame.height();
    push(heights, gap, frame.bottom() + gap / 2, frame.top() - gap / 2);
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < heights.length; i++) {
      labels.add(new Label(named.get(i).label(), named.get(i).ink(), heights[i]));
    }
    return List.copyOf(labels);
  }

  private static void push(double[] heights, double gap, double bottom, double top) {
    double floor = bottom;
    for (int i = 0; i < heights.length; i++) {
      heights[i] = Math.max(heights[i], floor);
      floor = heights[i] + gap;
    }
    double ceiling = top;
    for (int i = heights.length - 1; i >= 0; i--) {
      heights[i] = Math.min(heights[i], ceiling);
      ceiling = heights[i] - gap;
    }
  }
}
