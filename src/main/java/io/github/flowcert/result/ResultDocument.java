package io.github.flowcert.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The document {@code result.json} of one case: everything the report shows, and everything needed
 * to judge it. The falsification is null where no search was asked for, the recovery where there is
 * no ground truth.
 */
@JsonPropertyOrder({
  "schema",
  "case",
  "about",
  "status",
  "setting",
  "flow",
  "claims",
  "crossChecks",
  "recovery",
  "falsification",
  "provenance",
  "input"
})
public record ResultDocument(
    @JsonProperty(required = true) String schema,
    @JsonProperty(value = "case", required = true) String name,
    String about,
    @JsonProperty(required = true) Verdict status,
    @JsonProperty(required = true) Setting setting,
    @JsonProperty(required = true) FlowSummary flow,
    @JsonProperty(required = true) List<ClaimResult> claims,
    @JsonProperty(required = true) List<CrossCheck> crossChecks,
    @JsonInclude(JsonInclude.Include.NON_NULL) Recovery recovery,
    @JsonInclude(JsonInclude.Include.NON_NULL) Falsification falsification,
    @JsonProperty(required = true) Provenance provenance,
    String input) {

  /** Identifier of the document's form. */
  public static final String SCHEMA = "flowcert.result/1";

  /** A document about observations of which nothing else is known. */
  public ResultDocument(
      String schema,
      String name,
      String about,
      Verdict status,
      Setting setting,
      FlowSummary flow,
      List<ClaimResult> claims,
      List<CrossCheck> crossChecks,
      Falsification falsification,
      Provenance provenance,
      String input) {
    this(
        schema,
        name,
        about,
        status,
        setting,
        flow,
        claims,
        crossChecks,
        /* recovery= */ null,
        falsification,
        provenance,
        input);
  }

  /** The same document with how near the flow comes to the ground truth. */
  public ResultDocument with(Recovery found) {
    return new ResultDocument(
        schema,
        name,
        about,
        status,
        setting,
        flow,
        claims,
        crossChecks,
        found,
        falsification,
        provenance,
        input);
  }

  /** The same document with what a search among the starts found. */
  public ResultDocument with(Falsification found) {
    return new ResultDocument(
        schema,
        name,
        about,
        status,
        setting,
        flow,
        claims,
        crossChecks,
        recovery,
        found,
        provenance,
        input);
  }

  /**
   * What was solved, in words and numbers.
   *
   * @param problem the kind of problem
   * @param observed rows of the matrix to complete, {@code ?} is an unobserved entry; null for
   *     other problems
   * @param measured what was measured, a line for each measurement or one where these would be too
   *     many to be read; null in completion
   * @param depth number of factors L
   * @param hidden hidden dimensions d_1 .. d_{L-1}
   * @param initial the start, in words
   */
  public record Setting(
      String problem,
      List<List<String>> observed,
      List<String> measured,
      int depth,
      List<Integer> hidden,
      String initial) {}

  /**
   * The same thing computed another way, and by how much the two differ.
   *
   * @param what what was compared
   * @param by the other program or formulation
   * @param difference largest relative difference found; null where none could be computed
   * @param untilTime the time up to which they were compared
   * @param note what a reader must know to judge the number
   */
  public record CrossCheck(
      String what, String by, Double difference, double untilTime, String note) {}

  /**
   * Where the numbers come from.
   *
   * @param commit the commit of the source that the program was built from; null where unknown
   * @param host the machine
   */
  public record Provenance(
      String version,
      String commit,
      String java,
      Long seed,
      Tolerance tolerance,
      String commandLine,
      String host,
      List<Library> libraries) {}

  /** Tolerances of the integration. */
  public record Tolerance(double relative, double absolute) {}

  /** A library whose code took part, and its version. */
  public record Library(String name, String version) {}
}
