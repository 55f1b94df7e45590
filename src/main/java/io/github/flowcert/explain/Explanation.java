package io.github.flowcert.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What an identifier means.
 *
 * @param id the identifier
 * @param kind claim, family, verdict, exit-code, stop or trust
 * @param words what it means; null for a claim or a family, whose claims have their own
 * @param claims the claim, or the members of the family; empty for everything else
 * @param cases cases that make one of the claims
 * @param proofs proof files that mention one of the claims
 * @param unread files that could not be searched, each with the reason
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Explanation(
    String id,
    String kind,
    String words,
    List<ClaimText> claims,
    List<CaseUse> cases,
    List<String> proofs,
    List<String> unread) {

  /** A word and its meaning. */
  static Explanation ofWord(String id, String kind, String words) {
    return new Explanation(id, kind, words, List.of(), List.of(), List.of(), List.of());
  }

  /**
   * A claim of the catalogue.
   *
   * @param id its identifier
   * @param title a heading
   * @param words what it says, in plain words
   * @param along what it is about: trajectory, solution-set, initialization or scales
   * @param statement what it says, in mathematics
   * @param when condition on the point under which it is claimed; null where it is claimed always
   * @param let names in the statement and what they stand for, in order
   * @param quantities what else is in them
   * @param hypotheses what a case must meet for the claim to apply
   * @param perNorm whether it is judged once for every norm
   * @param source paper and equation
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record ClaimText(
      String id,
      String title,
      String words,
      String along,
      Mathematics statement,
      Mathematics when,
      List<Name> let,
      List<Quantity> quantities,
      List<Supposition> hypotheses,
      boolean perNorm,
      String source) {}

  /**
   * An expression.
   *
   * @param symja as the catalogue has it, in Symja's input syntax
   * @param tex the same, typeset
   */
  public record Mathematics(String symja, String tex) {}

  /** A name and what it stands for. */
  public record Name(String name, Mathematics value) {}

  /**
   * A quantity that an expression mentions.
   *
   * @param name as in expressions, with its arguments
   * @param tex how it is typeset; # stands for the arguments
   * @param words what it is
   */
  public record Quantity(String name, String tex, String words) {}

  /** A hypothesis: its identifier, and what it demands. */
  public record Supposition(String id, String words) {}

  /** A case and the file it stands in. */
  public record CaseUse(String name, String file) {}
}
