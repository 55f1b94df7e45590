package io.github.flowcert.flow;

import io.github.flowcert.linalg.SingularValues;

/** What is measured at a start, with the balance of the factors given there. */
public final class StartState {
  private StartState() {}

  /** The state at t = 0. */
  public static FlowState of(Network network, Carry start) {
    int rows = network.problem().rows();
    int columns = network.problem().columns();
    double[] logs = SingularValues.of(start.product(), rows, columns).logarithms();
    FlowState.Measured measured =
        new FlowState.Measured(
            logs,
            start.determinantSign(),
            start.logAbsDeterminant(),
            Factors.unbalancedness(network, start.factors()),
            Factors.scale(start.factors()));
    double loss = network.problem().loss(start.product(), start.gradient());
    return new FlowState(0, loss, rows, columns, start.product(), start.gradient(), () -> measured);
  }
}
