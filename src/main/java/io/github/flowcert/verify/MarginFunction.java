package io.github.flowcert.verify;

import io.github.flowcert.flow.FlowState;
import java.util.Optional;

/** A claim as a function of a point of the trajectory. */
interface MarginFunction {

  /**
   * Both sides at a point; empty where the claim says nothing.
   *
   * @param state the point
   * @param previous the point of the dense output before it; null at the start
   */
  Optional<Sides> at(FlowState state, FlowState previous);
}
