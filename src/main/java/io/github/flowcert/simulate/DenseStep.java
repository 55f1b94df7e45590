package io.github.flowcert.simulate;

import io.github.flowcert.flow.FlowState;
import java.util.List;

/**
 * One accepted step, or the part of one between two events, with its dense output.
 *
 * @param points states at both ends and at points between, in order of time
 * @param at the state at any time between the ends
 */
public record DenseStep(List<FlowState> points, StateAt at) {

  /** Dense output. */
  @FunctionalInterface
  public interface StateAt {

    /** The state at a time within the step. */
    FlowState time(double t);
  }
}
