package io.github.flowcert.simulate;

import io.github.flowcert.flow.FlowState;
import java.util.List;

/**
 * A computed trajectory.
 *
 * @param segments the coordinates and integrators used, in order
 * @param stop why it ended
 * @param stopReason the same in a sentence
 * @param steps accepted steps
 * @param rejected rejected steps; null where an integrator does not tell
 * @param evaluations evaluations of the vector field
 * @param samples states at the recorded losses and times, in order of time
 * @param curve states spread over the whole run, its start and end included
 */
public record Trajectory(
    List<SegmentSummary> segments,
    Stop stop,
    String stopReason,
    int steps,
    Integer rejected,
    int evaluations,
    List<FlowState> samples,
    List<FlowState> curve) {

  /** Why a run ended. */
  public enum Stop {
    LOSS("loss"),
    TIME("time"),
    STEPS("steps"),
    STALLED("stalled"),
    FAILED("failed");

    private final String word;

    Stop(String word) {
      this.word = word;
    }

    /** The word used in documents. */
    public String word() {
      return word;
    }
  }

  /**
   * A stretch in one set of coordinates.
   *
   * @param representableRatio smallest singular-value ratio these coordinates can represent
   */
  public record SegmentSummary(
      String formulation,
      String coordinates,
      String integrator,
      double from,
      double to,
      int steps,
      String why,
      double representableRatio) {}

  /** The state at the end. */
  public FlowState end() {
    return curve.get(curve.size() - 1);
  }

  /** The smallest representable ratio of singular values of the segment that covers a time. */
  public double representableRatioAt(double time) {
    for (SegmentSummary segment : segments) {
      if (time <= segment.to()) {
        return segment.representableRatio();
      }
    }
    return segments.get(segments.size() - 1).representableRatio();
  }
}
