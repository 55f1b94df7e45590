package io.github.flowcert.verify;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.simulate.DenseStep;
import java.util.Optional;
import java.util.function.BiFunction;

/** Searches the least margin of a claim along a trajectory, step by step. */
final class MarginTracker extends MarginSearch<FlowState> {

  /**
   * Tracks a claim.
   *
   * @param function both sides at a point, given the point of the dense output before it (null at
   *     the start); empty where the claim says nothing
   * @param ofSlope whether the sides depend on the slope between the two points
   */
  MarginTracker(BiFunction<FlowState, FlowState, Optional<Sides>> function, boolean ofSlope) {
    super(FlowState::time, function, ofSlope);
  }

  /** Looks at a step. */
  void step(DenseStep step) {
    follow(new Stretch<>(step.points(), step.at()::time));
  }
}
