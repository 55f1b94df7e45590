package io.github.flowcert.verify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.claim.CaseFacts;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument.Provenance;
import io.github.flowcert.result.ResultDocument.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A case with its start, and its claims ready to be judged along iterates beside its flow. */
public final class PreparedCase {
  /** Hypotheses about the start, which a bound can do without to be drawn as a curve. */
  private static final String ABOUT_BALANCE = "balanced-start";

  private final Case from;
  private final StartingPoint start;
  private final CaseFacts facts;
  private final List<JudgedClaim> claims;
  private final DocumentBuilder documents;

  PreparedCase(
      Case from,
      StartingPoint start,
      CaseFacts facts,
      List<JudgedClaim> claims,
      String commandLine) {
    this.from = from;
    this.start = start;
    this.facts = facts;
    this.claims = List.copyOf(claims);
    this.documents = new DocumentBuilder(from, start, commandLine);
  }

  /** The case. */
  public Case source() {
    return from;
  }

  /** Its start. */
  public StartingPoint start() {
    return start;
  }

  /** What is measured at the start. */
  public FlowState initial() {
    return facts.initial();
  }

  /** What was solved, for documents. */
  public Setting setting() {
    return documents.setting();
  }

  /** Where the numbers come from, for documents. */
  public Provenance provenance() {
    return documents.provenance();
  }

  /**
   * The verdicts on the claims along iterates in place of the flow. The iterates are taken as the
   * numbers they are: the error of a margin is what rounding does to the claim's evaluation.
   *
   * @param iterates the start first, in order of time
   * @param along what the iterates are, to follow "along"
   */
  public List<ClaimResult> judgeAlong(List<FlowState> iterates, String along) {
    return new IterateJudge(from.problem(), iterates, along).judge(claims);
  }

  /** The rows of a state's product matrix, for documents. */
  public static List<List<Double>> rows(FlowState state) {
    return DocumentBuilder.rows(state);
  }

  /** The right side of a claim that bounds the unobserved entry from below, against the loss. */
  public record Bound(String claim, List<Double> loss, List<Double> value) {}

  /** The bounds of the unobserved entry among the claims, at these points. */
  public List<Bound> boundsAt(List<FlowState> states) {
    return claims.stream()
        .filter(PreparedCase::boundsTheEntry)
        .map(claim -> bound(claim, states))
        .filter(bound -> !bound.loss().isEmpty())
        .toList();
  }

  private static boolean boundsTheEntry(JudgedClaim claim) {
    boolean drawn =
        switch (claim.id()) {
          case "lemma-10", "lemma-17", "theorem-1/sharp" -> true;
          case "theorem-1/norm", "theorem-2/norm" -> Objects.equals(claim.normName(), "frobenius");
          default -> false;
        };
    return drawn
        && claim.hypotheses().stream()
            .allMatch(each -> each.holds() || each.id().equals(ABOUT_BALANCE));
  }

  private static Bound bound(JudgedClaim claim, List<FlowState> states) {
    List<Double> losses = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (FlowState state : states) {
      Optional<Sides> sides = claim.at(state, null);
      if (sides.isPresent() && Double.isFinite(sides.get().right())) {
        losses.add(state.loss());
        values.add(sides.get().right());
      }
    }
    return new Bound(claim.id(), List.copyOf(losses), List.copyOf(values));
  }
}
