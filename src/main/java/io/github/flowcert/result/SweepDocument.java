package io.github.flowcert.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * The document {@code summary.json} of a sweep. It holds nothing that differs from run to run.
 *
 * @param schema identifier of the document's form
 * @param sweep name of the sweep
 * @param about one line for people; may be empty
 * @param file the sweep file, as it was named
 * @param command what was asked
 * @param version the program that made the results
 * @param commit the commit of the source that it was built from; null where unknown
 * @param seed what seeds of the cases were replaced with; null for nothing
 * @param status the worst verdict on a case
 * @param cases number of cases
 * @param failures how many of them an internal error kept from being judged
 * @param statuses number of cases by verdict
 * @param axes the axes, in order
 * @param claims the verdicts claim by claim
 * @param byAxis number of cases by verdict, for each value of each axis
 * @param pairs the verdicts over two axes at a time
 * @param recovered how near flows came to their ground truths, case by case; null where there is
 *     none
 * @param unsettled cases that are violated, refuted or undecided, the first hundred
 * @param input the sweep file
 * @param base the file of the base case
 */
public record SweepDocument(
    String schema,
    String sweep,
    String about,
    String file,
    String command,
    String version,
    String commit,
    Long seed,
    Verdict status,
    int cases,
    int failures,
    Map<String, Integer> statuses,
    List<SweepHeader.Axis> axes,
    List<ClaimTally> claims,
    List<AxisTally> byAxis,
    List<Pair> pairs,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<Recovered> recovered,
    List<Unsettled> unsettled,
    String input,
    String base) {

  /** Identifier of the document's form. */
  public static final String SCHEMA = "flowcert.sweep/1";

  /**
   * The verdicts on one claim over all cases.
   *
   * @param norm the norm; null where the claim is not about norms
   * @param statuses number of cases by verdict
   * @param worst the case with the least margin; null where nothing was measured
   * @param tightest the case in which the claim is tightest; null where nothing was measured
   */
  public record ClaimTally(
      String id,
      @JsonInclude(JsonInclude.Include.NON_NULL) String norm,
      Map<String, Integer> statuses,
      Extreme worst,
      Extreme tightest) {}

  /**
   * A case that stands out.
   *
   * @param name the case
   * @param command verifies it alone
   */
  @JsonPropertyOrder({"case", "status", "margin", "marginError", "tightness", "command"})
  public record Extreme(
      @JsonProperty("case") String name,
      Verdict status,
      Double margin,
      Double marginError,
      Double tightness,
      String command) {}

  /** The verdicts on cases along an axis. */
  public record AxisTally(String axis, List<ValueTally> values) {}

  /** The verdicts on the cases that have a value. */
  public record ValueTally(String value, int cases, Map<String, Integer> statuses) {}

  /**
   * The verdicts over two axes.
   *
   * @param x title of one axis
   * @param y title of the other
   * @param panels one for each claim
   */
  public record Pair(String x, String y, List<Panel> panels) {}

  /**
   * The verdicts on one claim over two axes.
   *
   * @param cells a row for each value of y, with an entry for each value of x; null where no case
   *     made this claim
   */
  public record Panel(
      String id, @JsonInclude(JsonInclude.Include.NON_NULL) String norm, List<List<Cell>> cells) {}

  /**
   * The worst of the cases that share two values.
   *
   * @param status the worst verdict
   * @param margin the least margin; null where none was measured
   * @param tightness the largest tightness; null where none was measured
   */
  public record Cell(Verdict status, Double margin, Double tightness) {}

  /**
   * How near the flow of a case came to the ground truth.
   *
   * @param values its value on each axis, in order
   */
  public record Recovered(List<String> values, Recovery recovery) {}

  /**
   * A case that needs a reader's attention.
   *
   * @param claims the claims with the case's verdict
   * @param reason why
   */
  @JsonPropertyOrder({"case", "status", "claims", "reason", "command"})
  public record Unsettled(
      @JsonProperty("case") String name,
      Verdict status,
      List<String> claims,
      String reason,
      String command) {}
}
