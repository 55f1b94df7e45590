package io.github.flowcert.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A curve of a figure.
 *
 * @param label what stands at its end; empty for none
 * @param points at least one, in drawing order
 */
record Curve(String label, Ink ink, List<Point> points) {

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
    return new Curve(
        label,
        ink,
        points.stream()
            .map(point -> new Point(x.place(point.x()), y.place(point.y())))
            .filter(Point::isFinite)
            .toList());
  }

  boolean isEmpty() {
    return points.isEmpty();
  }

  Point last() {
    return points.get(points.size() - 1);
  }
}
