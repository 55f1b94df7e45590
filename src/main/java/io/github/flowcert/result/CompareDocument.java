package io.github.flowcert.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.flowcert.result.ResultDocument.Provenance;
import io.github.flowcert.result.ResultDocument.Setting;
import java.util.List;

/**
 * The whole of {@code compare.json} of one case: its flow against gradient descent.
 *
 * @param schema {@link #SCHEMA}
 * @param name the case
 * @param about one line for people; may be empty
 * @param status the worst verdict on a claim along a descent
 * @param setting what was solved
 * @param figure name of a figure that it shares with other cases; empty for none
 * @param runs one for each learning rate
 * @param order how fast the difference falls with the learning rate
 * @param flow the flow's curve
 * @param bounds the claims that bound the unobserved entry, as curves
 * @param provenance where the numbers come from
 * @param input the case file
 */
@JsonPropertyOrder({
  "schema",
  "case",
  "about",
  "status",
  "setting",
  "figure",
  "runs",
  "order",
  "flow",
  "bounds",
  "provenance",
  "input"
})
public record CompareDocument(
    @JsonProperty(required = true) String schema,
    @JsonProperty(value = "case", required = true) String name,
    String about,
    @JsonProperty(required = true) Verdict status,
    @JsonProperty(required = true) Setting setting,
    String figure,
    @JsonProperty(required = true) List<Run> runs,
    @JsonProperty(required = true) Order order,
    @JsonProperty(required = true) EntryCurve flow,
    List<Bound> bounds,
    @JsonProperty(required = true) Provenance provenance,
    String input) {

  /** Identifier of the document's form. */
  public static final String SCHEMA = "flowcert.compare/1";

  /**
   * One descent.
   *
   * @param method gradient-descent, momentum, stochastic or adaptive
   * @param learningRate eta
   * @param precision single, double or double-double
   * @param iterations iterations done
   * @param stop why it ended: loss, iterations or diverged
   * @param iterationsToLoss the first iterate at or below each recorded loss that was reached
   * @param partsFromFlow where it parts from the flow, and why; null where it does not
   * @param claims the verdicts along the descent; they are about the descent, not about the flow
   * @param lossRoseAt first iterate with a larger loss than the one before; null where none has
   * @param distances how far it is from the flow at equal time, at the recorded losses
   * @param curve the unobserved entry against the loss
   */
  public record Run(
      String method,
      double learningRate,
      String precision,
      long iterations,
      String stop,
      List<LossReached> iterationsToLoss,
      Parting partsFromFlow,
      List<ClaimResult> claims,
      Long lossRoseAt,
      List<Distance> distances,
      EntryCurve curve) {}

  /**
   * The first iterate whose loss is at or below a level.
   *
   * @param product the product matrix there, row by row
   * @param determinantSign -1, 0 or 1; null where the product matrix is not square
   */
  public record LossReached(
      double loss, long iteration, List<List<Double>> product, Integer determinantSign) {}

  /**
   * Where the curves of the unobserved entry against the loss part.
   *
   * @param loss the loss at which they first differ by 1 %
   * @param iteration the iterate of that loss
   * @param cause step-size, unbalancedness, rounding, instability or none
   * @param evidence what was measured, in a sentence
   * @param experiments the descents by which the cause was told
   */
  public record Parting(
      double loss, long iteration, String cause, String evidence, List<Experiment> experiments) {}

  /**
   * The descent again with one thing changed, at the loss at which it parts.
   *
   * @param change what was changed
   * @param deviation signed relative difference of the unobserved entry from the flow's (a norm
   *     where there are several); null where it did not get there
   * @param explains the share of the descent's own deviation that the change accounts for; null
   *     where it did not get there
   */
  public record Experiment(String change, Double deviation, Double explains) {}

  /**
   * Differences of an iterate from the flow at the time that corresponds to it.
   *
   * @param loss the recorded loss
   * @param iteration the iterate
   * @param time the flow's time
   * @param factors Frobenius norm of the difference of all factors; null where the flow's factors
   *     are not known to that accuracy
   * @param product Frobenius norm of the difference of the product matrices
   * @param curve relative difference of the unobserved entry at equal loss
   * @param logSingularValues the largest difference of logarithms of singular values
   * @param effectiveRank descent minus flow
   * @param unbalancedness of the descent
   */
  public record Distance(
      double loss,
      long iteration,
      double time,
      Double factors,
      Double product,
      Double curve,
      Double logSingularValues,
      Double effectiveRank,
      double unbalancedness) {}

  /**
   * Orders in the learning rate, each with its 95 % confidence interval; null where not measured.
   *
   * @param flow of the difference to the flow, theoretically 1
   * @param modifiedFlow of the difference to the flow of the modified objective, theoretically 2
   * @param note what was measured, or why not
   * @param measurements the differences behind them
   */
  public record Order(
      Estimate flow, Estimate modifiedFlow, String note, List<Measurement> measurements) {}

  /** A value and the interval in which it lies with 95 % confidence. */
  public record Estimate(double value, double low, double high) {}

  /** Distances of the factors after {@code time / learningRate} iterations. */
  public record Measurement(
      double learningRate, double time, double fromFlow, double fromModifiedFlow) {}

  /**
   * A curve of the size of the unobserved entry (the Frobenius norm of several) against the loss.
   *
   * @param iteration the iterates; null for a flow
   */
  public record EntryCurve(List<Long> iteration, List<Double> loss, List<Double> entry) {}

  /** The right side of a claim against the loss. */
  public record Bound(String claim, List<Double> loss, List<Double> value) {}
}
