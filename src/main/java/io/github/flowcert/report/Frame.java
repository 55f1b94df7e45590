package io.github.flowcert.report;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * The part of the plane a figure shows.
 *
 * @param left least x
 * @param end greatest x of a curve
 * @param right greatest x, beyond {@code end} by the room for labels
 * @param bottom least y
 * @param top greatest y
 */
record Frame(double left, double end, double right, double bottom, double top) {

  private static final double CHARACTER = 0.0216;
  private static final double MARGIN = 0.04;

  /** The frame around a placed plot that has at least one curve. */
  static Frame around(Plot placed) {
    DoubleSummaryStatistics xs = new DoubleSummaryStatistics();
    DoubleSummaryStatistics ys = new DoubleSummaryStatistics();
    placed.curves().stream()
        .flatMap(curve -> curve.points().stream())
        .forEach(
            point -> {
              xs.accept(point.x());
              ys.accept(point.y());
            });
    double width = extent(xs);
    double height = extent(ys);
    // The horizon's label stands above the curves, so that it crosses none.
    double headroom = placed.horizon().isPresent() ? 0.1 : MARGIN;
    return new Frame(
        xs.getMin() - MARGIN * width / 2,
        xs.getMax(),
        xs.getMax() + width * room(placed.curves()),
        ys.getMin() - MARGIN * height,
        ys.getMax() + headroom * height);
  }

  double width() {
    return right - left;
  }

  double height() {
    return top - bottom;
  }

  // Labels take a share s of the whole width, so the curves' width grows by s / (1 - s).
  private static double room(List<Curve> curves) {
    int longest = curves.stream().mapToInt(curve -> curve.label().length()).max().orElse(0);
    double share = Math.min(0.45, MARGIN / 2 + CHARACTER * longest);
    return share / (1 - share);
  }

  // A curve that does not move still needs an axis: one unit, or a share of its value.
  private static double extent(DoubleSummaryStatistics values) {
    double extent = values.getMax() - values.getMin();
    double least = 1e-9 * Math.max(Math.abs(values.getMax()), Math.abs(values.getMin()));
    return extent > least ? extent : Math.max(1, Math.abs(values.getMax()));
  }
}
