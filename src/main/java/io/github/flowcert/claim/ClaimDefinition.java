package io.github.flowcert.claim;

import java.util.List;

/**
 * A claim as the catalogue or a case file states it. Expressions are texts in Symja's input syntax;
 * {@link CompiledClaim} reads them.
 *
 * @param id identifier, as in {@code theorem-1/norm}
 * @param title a heading
 * @param words what it says, in plain words
 * @param along what it is about
 * @param statement a comparison
 * @param when a condition on the point under which it is claimed; null where it is claimed always
 * @param let names that the statement, the condition and later definitions may use, in order
 * @param hypotheses what must hold for the claim to apply
 * @param perNorm whether it is judged once for every norm
 * @param source paper and equation; null for a claim of the user's own
 * @param auxiliary whether it is a step on the way to other claims, or a check of the flow
 * @param restates the premise that it says over again, so that without it there is nothing to
 *     claim; null for none
 */
public record ClaimDefinition(
    String id,
    String title,
    String words,
    Along along,
    String statement,
    String when,
    List<Let> let,
    List<Hypothesis> hypotheses,
    boolean perNorm,
    String source,
    boolean auxiliary,
    Premise restates) {

  /** Keeps the lists from changing. */
  public ClaimDefinition {
    let = List.copyOf(let);
    hypotheses = List.copyOf(hypotheses);
  }

  /** A name and the expression for which it stands. */
  public record Let(String name, String expression) {}

  /**
   * A claim of the user's own about the trajectory, without hypotheses.
   *
   * @param id its identifier
   * @param expression a comparison
   * @param when a condition under which it is claimed; null where it is claimed always
   * @param let names that the comparison, the condition and later definitions may use, in order
   */
  public static ClaimDefinition custom(String id, String expression, String when, List<Let> let) {
    return new ClaimDefinition(
        id,
        id,
        "A claim of the case file.",
        Along.TRAJECTORY,
        expression,
        when,
        let,
        List.of(),
        false,
        null,
        /* auxiliary= */ false,
        /* restates= */ null);
  }
}
