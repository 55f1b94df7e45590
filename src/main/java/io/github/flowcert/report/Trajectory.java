package io.github.flowcert.report;

import io.github.flowcert.report.Plot.Axis;
import io.github.flowcert.result.FlowSummary;
import io.github.flowcert.result.FlowSummary.TrustHorizon;
import io.github.flowcert.result.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The columns of a flow's curve that figures are drawn from. */
record Trajectory(List<Sample> curve, TrustHorizon trust) {

  static final Axis LOSS = new Axis("loss, falling to the right", Scale.LOG10_FALLING);
  static final Axis TIME = new Axis("time t", Scale.LOG10);

  static Trajectory of(FlowSummary flow) {
    return new Trajectory(flow.curve(), flow.trustedUntil());
  }

  List<Double> times() {
    return column(Sample::time);
  }

  List<Double> losses() {
    return column(Sample::loss);
  }

  /** One value for each point of the curve; null where there is none. */
  List<Double> column(Function<Sample, Double> value) {
    List<Double> column = new ArrayList<>();
    curve.forEach(sample -> column.add(value.apply(sample)));
    return column;
  }

  /** The loss at which trust ends, if that is inside the run. */
  OptionalDouble horizonLoss() {
    return endsInside() && trust.loss() > 0
        ? OptionalDouble.of(trust.loss())
        : OptionalDouble.empty();
  }

  /** The time at which trust ends, if that is inside the run. */
  OptionalDouble horizonTime() {
    return endsInside() && trust.time() > 0
        ? OptionalDouble.of(trust.time())
        : OptionalDouble.empty();
  }

  private boolean endsInside() {
    return !curve.isEmpty() && trust != null && trust.time() < curve.get(curve.size() - 1).time();
  }
}
