package io.github.flowcert.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What came of changed steps.
 *
 * @param schema {@link #SCHEMA}
 * @param seed from which the changes were drawn
 * @param all of them together
 * @param proofs by proof
 * @param methods by the rule that checks the step
 * @param kinds by the kind of change
 * @param mutants each of them
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MutantDocument(
    String schema,
    long seed,
    Count all,
    List<Count> proofs,
    List<Count> methods,
    List<Count> kinds,
    List<MutantResult> mutants) {

  /** What {@code schema} says. */
  public static final String SCHEMA = "flowcert.mutants/1";

  /** What came of a mutant. */
  public enum Fate {
    /** Not proved, and false at an exact point. */
    REFUTED,
    /** Proved, and no counterexample was found. */
    STILL_TRUE,
    /** Neither proved nor false at any point that was looked at. */
    UNDECIDED,
    /** Proved, and false at an exact point: the checker is wrong. */
    FALSE_BUT_PROVED;

    /** The word that stands in documents. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Mutants with something in common.
   *
   * @param of what they have in common
   */
  public record Count(
      String of, int mutants, int refuted, int stillTrue, int undecided, int falseButProved) {
    static Count of(String what, List<MutantResult> all) {
      return new Count(
          what,
          all.size(),
          number(all, Fate.REFUTED),
          number(all, Fate.STILL_TRUE),
          number(all, Fate.UNDECIDED),
          number(all, Fate.FALSE_BUT_PROVED));
    }

    private static int number(List<MutantResult> all, Fate fate) {
      return (int) all.stream().filter(each -> each.fate() == fate).count();
    }

    private String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %d | %d | %d | %d |",
          of,
          mutants,
          refuted,
          stillTrue,
          undecided,
          falseButProved);
    }
  }

  /**
   * A mutant.
   *
   * @param proof of which it changes a step
   * @param step that it changes
   * @param method the rule that checks the step
   * @param kind of change
   * @param change in a few words
   * @param counterexample values at which all that it supposes is true and it is false; null where
   *     there is none
   * @param reason why it is undecided; null unless it is
   */
  public record MutantResult(
      String proof,
      String step,
      String method,
      String kind,
      String change,
      Fate fate,
      Map<String, String> counterexample,
      String reason) {}

  /** Counts these. */
  public static MutantDocument of(long seed, List<MutantResult> mutants) {
    return new MutantDocument(
        SCHEMA,
        seed,
        Count.of("all", mutants),
        by(MutantResult::proof, mutants),
        by(MutantResult::method, mutants),
        by(MutantResult::kind, mutants),
        List.copyOf(mutants));
  }

  private static List<Count> by(
      Function<MutantResult, String> property, List<MutantResult> mutants) {
    Set<String> values = new LinkedHashSet<>(mutants.stream().map(property).toList());
    return values.stream()
        .map(
            value -> Count.of(value, matching(mutants, each -> property.apply(each).equals(value))))
        .toList();
  }

  private static List<MutantResult> matching(
      List<MutantResult> mutants, Predicate<MutantResult> condition) {
    return mutants.stream().filter(condition).toList();
  }

  /** Those that are false and came out proved. */
  public List<MutantResult> falseButProved() {
    return matching(mutants, each -> each.fate() == Fate.FALSE_BUT_PROVED);
  }

  /** The counts as tables in Markdown, and those that are false and came out proved. */
  public String markdown() {
    List<String> lines = new ArrayList<>();
    table("proof", proofs, lines);
    table("rule", methods, lines);
    table("change", kinds, lines);
    for (MutantResult each : falseButProved()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "- %s, %s, %s: proved, and false at %s",
              each.proof(),
              each.step(),
              each.change(),
              each.counterexample()));
    }
    return String.join("\n", lines) + "\n";
  }

  private void table(String heading, List<Count> counts, List<String> lines) {
    lines.add(
        "| " + heading + " | mutants | refuted | still true | undecided | false but proved |");
    lines.add("|---|---|---|---|---|---|");
    counts.forEach(count -> lines.add(count.row()));
    lines.add(all.row());
    lines.add("");
  }
}
