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
    LOSS("loss", "The loss fell to flow.until.loss, or was there from the start."),
    TIME("time", "The flow was followed to flow.until.time."),
    STEPS("steps", "The integrator took as many steps as flow.until.steps allows."),
    STALLED(
        "stalled",
        "The start is a stationary point, or the loss has not moved for the last three decades of"
            + " time, though it is above flow.until.loss: it tends to a value above 0. Claims are"
            + " judged along the trajectory nevertheless. The flow of least squares ends so where the"
            + " parameters would change by rounding only."),
    FAILED(
        "failed",
        "The integrator could not go on; the reason is given beside it. The trust horizon is"
            + " reached there.");

    private final String word;
    private final String meaning;

    Stop(String word, String meaning) {
      this.word = word;
      this.meaning = meaning;
    }

    /** What it means, for people. */
    public String meaning() {
      return meaning;
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
