package io.github.flowcert.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A curve of a figure.
 *
 * @param label what stands at its end; empty for none
 * @param points at least one, in drawing order
 * @param shades a value for each point, shown by its colour; empty where the ink colours all
 */
record Curve(String label, Ink ink, List<Point> points, List<Double> shades) {

  /** A curve in one ink. */
  Curve(String label, Ink ink, List<Point> points) {
    this(label, ink, points, List.of());
  }

  /** The curve through the pairs of which neither is missing; it may have no points. */
  static Curve of(String label, Ink ink, List<Double> xs, List<Double> ys) {
    List<Point> points =
        IntStream.range(0, Math.min(xs.size(), ys.size()))
            .mapToObj(
                i ->
                    xs.get(i) == null || ys.get(i) == null ? null : new Point(xs.get(i), ys.get(i)))
            .filter(Objects::nonNull)
            .toList();
    return new Curve(label, ink, points);
  }

  /** The curve laid along two scales, without the points that cannot be drawn there. */
  Curve placed(Scale x, Scale y) {
    List<Point> drawn = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Point point = new Point(x.place(points.get(i).x()), y.place(points.get(i).y()));
      if (point.isFinite()) {
        drawn.add(point);
        kept.addAll(isShaded() ? List.of(shades.get(i)) : List.of());
      }
    }
    return new Curve(label, ink, List.copyOf(drawn), List.copyOf(kept));
  }

  boolean isShaded() {
    return !shades.isEmpty();
  }

  boolean isEmpty() {
    return points.isEmpty();
  }

  Point last() {
    return points.get(points.size() - 1);
  }
}
