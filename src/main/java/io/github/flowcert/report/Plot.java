package io.github.flowcert.report;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a figure shows, before it is drawn.
 *
 * @param x horizontal axis
 * @param y vertical axis
 * @param curves the curves, in values
 * @param horizon the horizontal value at which trust in the computation ends, if inside the run
 */
record Plot(Axis x, Axis y, List<Curve> curves, OptionalDouble horizon) {

  /** An axis and its title. */
  record Axis(String title, Scale scale) {}

  /** The same with every value replaced by its place on the axes; curves without points go. */
  Plot placed() {
    List<Curve> drawn =
        curves.stream()
            .map(curve -> curve.placed(x.scale(), y.scale()))
            .filter(curve -> !curve.isEmpty())
            .toList();
    OptionalDouble line =
        horizon.isPresent()
            ? OptionalDouble.of(x.scale().place(horizon.getAsDouble()))
            : OptionalDouble.empty();
    return new Plot(x, y, drawn, line);
  }

  boolean isEmpty() {
    return placed().curves().isEmpty();
  }
}
