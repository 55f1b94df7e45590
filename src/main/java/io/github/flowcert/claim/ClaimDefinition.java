package io.github.flowcert.claim;

import java.util.List;

/**
 * A claim as data: what it says, when it applies, and where it stands in print.
 *
 * @param id identifier, as in {@code theorem-1/norm}
 * @param title short name for people
 * @param words what it says in plain words
 * @param statement a comparison in Symja's input syntax
 * @param when condition on a point under which it is claimed; null where it is claimed at all
 * @param let names for parts of the statement, in order; later ones may use earlier ones
 * @param hypotheses identifiers of what must hold of a case
 * @param perNorm whether it is judged once for every norm of a case
 * @param source paper and equation; null for a claim of a user's own
 */
public record ClaimDefinition(
    String id,
    String title,
    String words,
    String statement,
    String when,
    List<Let> let,
    List<String> hypotheses,
    boolean perNorm,
    String source) {

  /** A name for an expression. */
  public record Let(String name, String expression) {}
}
