package io.github.flowcert.result;

import java.util.List;

/**
 * How the flow of a case was computed, and what came out.
 *
 * @param formulation the formulation that carried the run to its end
 * @param integrator the integrator that carried the run to its end
 * @param steps accepted steps over all segments
 * @param rejected rejected steps over all segments; null where an integrator does not tell
 * @param evaluations evaluations of the vector field over all segments
 * @param wallSeconds wall time; differs from run to run
 * @param stop why the run ended: {@code loss}, {@code time}, {@code steps}, {@code stalled}, {@code
 *     trust} or {@code failed}
 * @param stopReason the same in a sentence
 * @param trustedUntil the trust horizon
 * @param segments the coordinates and integrators used in turn, each with the reason for it
 * @param samples the points at the recorded losses and times, and the end
 * @param curve points spread over the whole trajectory, for figures
 */
public record FlowSummary(
    String formulation,
    String integrator,
    int steps,
    Integer rejected,
    int evaluations,
    double wallSeconds,
    String stop,
    String stopReason,
    TrustHorizon trustedUntil,
    List<Segment> segments,
    List<Sample> samples,
    List<Sample> curve) {

  /**
   * Up to where the computed trajectory carries the smallest singular value.
   *
   * @param time last trusted time
   * @param loss loss at that time
   * @param reason why trust ends there; null where the whole run is trusted
   */
  public record TrustHorizon(double time, double loss, String reason) {}

  /**
   * A stretch of the run in one set of coordinates.
   *
   * @param formulation factors, product or singular-values
   * @param coordinates the unknowns, in words
   * @param integrator the integrator
   * @param from time at which it starts
   * @param to time at which it ends
   * @param steps accepted steps
   * @param why the reason for this choice
   */
  public record Segment(
      String formulation,
      String coordinates,
      String integrator,
      double from,
      double to,
      int steps,
      String why) {}
}
