package io.github.flowcert.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What came of one case of a sweep, without what differs from run to run.
 *
 * @param key what tells it from the result of any other case, build or seed
 * @param index the place of the case in the sweep, from 0
 * @param name the case
 * @param choices of each axis the index of its value
 * @param status the verdict on the case
 * @param failed whether an internal error kept it from being judged
 * @param reason why it could not be judged; null where it was
 * @param run how its flow was computed; null where it was not
 * @param claims the verdicts on its claims
 * @param recovery how near the flow came to the ground truth; null where there is none
 */
public record SweepRecord(
    String key,
    int index,
    String name,
    List<Integer> choices,
    Verdict status,
    boolean failed,
    String reason,
    Run run,
    List<Claim> claims,
    @JsonInclude(JsonInclude.Include.NON_NULL) Recovery recovery) {

  /** Keeps the lists from changing. */
  public SweepRecord {
    choices = List.copyOf(choices);
    claims = List.copyOf(claims);
  }

  /** The same result at another place of a sweep. */
  public SweepRecord at(int place, List<Integer> chosen) {
    return new SweepRecord(key, place, name, chosen, status, failed, reason, run, claims, recovery);
  }

  /**
   * How a flow was computed.
   *
   * @param formulation the formulation that carried the run to its end
   * @param integrator the integrator that carried the run to its end
   * @param steps accepted steps
   * @param stop why it ended
   * @param endLoss loss at the end
   * @param trustedLoss loss at the trust horizon
   */
  public record Run(
      String formulation,
      String integrator,
      int steps,
      String stop,
      double endLoss,
      double trustedLoss) {}

  /**
   * A verdict, as in the result document of the case.
   *
   * @param worstTime time at which the margin is least
   * @param worstLoss loss at that time
   */
  public record Claim(
      String id,
      String norm,
      Verdict status,
      String evidence,
      Double margin,
      Double marginError,
      Double worstTime,
      Double worstLoss,
      Double tightness,
      String reason) {

    static Claim of(ClaimResult from) {
      ClaimResult.Witness worst = from.worst();
      return new Claim(
          from.id(),
          from.norm(),
          from.status(),
          from.evidence(),
          from.margin(),
          from.marginError(),
          worst == null ? null : worst.time(),
          worst == null ? null : worst.loss(),
          from.tightness(),
          from.reason());
    }
  }

  /** The record of a case that was judged. */
  public static SweepRecord of(
      String key, int index, List<Integer> choices, ResultDocument document) {
    FlowSummary flow = document.flow();
    Sample last = flow.samples().get(flow.samples().size() - 1);
    Run run =
        new Run(
            flow.formulation(),
            flow.integrator(),
            flow.steps(),
            flow.stop(),
            last.loss(),
            flow.trustedUntil().loss());
    List<Claim> claims = document.claims().stream().map(Claim::of).toList();
    return new SweepRecord(
        key,
        index,
        document.name(),
        choices,
        document.status(),
        /* failed= */ false,
        /* reason= */ null,
        run,
        claims,
        document.recovery());
  }

  /**
   * The record of a case that could not be judged.
   *
   * @param failed whether that is this program's own fault
   */
  public static SweepRecord undecided(
      String key, int index, String name, List<Integer> choices, boolean failed, String reason) {
    return new SweepRecord(
        key, index, name, choices, Verdict.UNDECIDED, failed, reason, null, List.of(), null);
  }
}
