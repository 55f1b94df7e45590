package io.github.flowcert.report;

import io.github.flowcert.report.Plot.Axis;
import io.github.flowcert.result.CompareDocument.Measurement;
import io.github.flowcert.result.CompareDocument.Order;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The figure of a descent's differences against the learning rate, whose slopes are the orders. */
final class OrderFigure {
  private OrderFigure() {}

  /** The figure; without curves where nothing was measured. */
  static Figure of(Order order) {
    List<Measurement> measured =
        order.measurements() == null
            ? List.of()
            : order.measurements().stream()
                .sorted(Comparator.comparingDouble(Measurement::learningRate))
                .toList();
    List<Double> rates = column(measured, Measurement::learningRate);
    return new Figure(
        "order",
        "Distance of the factors from the flow, and from the flow of the modified objective, after"
            + " the same time, against the learning rate. Both axes logarithmic; the orders are the"
            + " slopes.",
        new Plot(
            new Axis("learning rate", Scale.LOG10),
            new Axis("distance", Scale.LOG10),
            List.of(
                Curve.of("flow", Ink.BLUE, rates, column(measured, Measurement::fromFlow)),
                Curve.of(
                    "modified flow",
                    Ink.ORANGE,
                    rates,
                    column(measured, Measurement::fromModifiedFlow))),
            OptionalDouble.empty()));
  }

  private static List<Double> column(
      List<Measurement> measured, ToDoubleFunction<Measurement> value) {
    return measured.stream().map(each -> value.applyAsDouble(each)).toList();
  }
}
