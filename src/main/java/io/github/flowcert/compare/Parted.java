package io.github.flowcert.compare;

import io.github.flowcert.compare.Followed.Place;
import io.github.flowcert.flow.FlowState;

/**
 * The point at which a descent is found off the flow's curve.
 *
 * @param descent the descent
 * @param place its first iterate off the curve
 * @param flow the flow at the loss of that iterate; null where the flow does not get there
 * @param deviation relative differences of the unobserved entries; see {@link UnobservedEntries}
 */
record Parted(Followed descent, Place place, FlowState flow, double[] deviation) {}
