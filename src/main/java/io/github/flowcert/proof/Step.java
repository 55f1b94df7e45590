package io.github.flowcert.proof;

import io.github.flowcert.expression.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A displayed step of a proof.
 *
 * @param id by which later steps name it
 * @param place equation number, or where it stands
 * @param given what is supposed for this step only; it is part of what later steps may use
 * @param statement what it says
 * @param rule how it is to be checked
 * @param from what it may use: assumptions, definitions, declared facts and earlier steps
 * @param asPrinted whether this is how the publication has it
 * @param note for the reader; empty where there is none
 * @param corrected what is put in its place where it is false as printed
 */
public record Step(
    String id,
    String place,
    List<Statement> given,
    Statement statement,
    Rule rule,
    List<String> from,
    boolean asPrinted,
    String note,
    Optional<Step> corrected) {

  /** Keeps the lists from changing. */
  public Step {
    given = List.copyOf(given);
    from = List.copyOf(from);
  }
}
