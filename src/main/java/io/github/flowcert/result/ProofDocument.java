package io.github.flowcert.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What came of a proof file.
 *
 * @param schema {@link #SCHEMA}
 * @param proof its name, as in {@code razin-cohen/theorem-1}
 * @param about what it says, in words
 * @param source where it was published
 * @param status {@code proved}, {@code refuted} or {@code undecided}
 * @param steps its steps, in order, conclusions last
 * @param declared facts from the literature on which it rests
 * @param concludes the statement itself
 * @param provenance what made the document
 * @param input the proof file
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProofDocument(
    String schema,
    String proof,
    String about,
    Source source,
    Verdict status,
    List<StepResult> steps,
    List<DeclaredFact> declared,
    Conclusion concludes,
    Provenance provenance,
    String input) {

  /** What {@code schema} says. */
  public static final String SCHEMA = "flowcert.proof/1";

  /** Where a statement was published. */
  public record Source(String paper, String place) {}

  /**
   * What came of a step.
   *
   * @param id by which other steps name it
   * @param place equation number or place
   * @param given what is supposed for this step
   * @param statement what it says
   * @param method the rule that checked it
   * @param from what it used
   * @param status {@code proved}, {@code refuted} or {@code undecided}
   * @param asPrinted whether this is how the publication has it
   * @param seconds how long it took
   * @param counterexample values at which everything supposed is true and the step is false; null
   *     where there is none
   * @param note for the reader, or why it is undecided; null for nothing
   * @param corrects the step that is false as printed and in whose place this one stands; null for
   *     any other step
   */
  public record StepResult(
      String id,
      String place,
      List<String> given,
      String statement,
      String method,
      List<String> from,
      Verdict status,
      boolean asPrinted,
      double seconds,
      Map<String, String> counterexample,
      String note,
      @JsonInclude(JsonInclude.Include.NON_NULL) String corrects) {}

  /** A fact from the literature that is used and not checked. */
  public record DeclaredFact(String id, String statement, String source) {}

  /**
   * The statement itself.
   *
   * @param assumptions what it assumes, definitions among them
   * @param statements what it says
   */
  public record Conclusion(Verdict status, List<String> assumptions, List<String> statements) {}

  /**
   * What made the document.
   *
   * @param commit the commit of the source that the program was built from; null where unknown
   * @param commandLine what was asked; null where unknown
   * @param host the machine; null where unknown
   */
  public record Provenance(
      String version, String commit, String java, String commandLine, String host, String solver) {}
}
