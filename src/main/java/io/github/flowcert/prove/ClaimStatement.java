package io.github.flowcert.prove;

import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.claim.CompiledClaim;
import io.github.flowcert.expression.Condition;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Rewriting;
import io.github.flowcert.expression.Statement;
import io.github.flowcert.expression.Term;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.Rule;
import io.github.flowcert.proof.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statement of a claim of the catalogue, in the names of a proof: a step that is to follow from
 * the proof's conclusions. So what is proved is the very expression that is measured.
 */
final class ClaimStatement {
  /** Only the place of the unobserved entry matters: observations are symbols in a claim. */
  private static final MatrixCompletion PROBLEM =
      MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.0}});

  private static final String PREFIX = "claim ";

  private ClaimStatement() {}

  /** The claim that a step of a proof states; empty for other steps. */
  static Optional<String> claimOf(Step step) {
    return step.id().startsWith(PREFIX)
        ? Optional.of(step.id().substring(PREFIX.length()))
        : Optional.empty();
  }

  /** The step; empty where the claim has no meaning for 2-by-2 matrices. */
  static Optional<Step> of(
      ProofFile proof, ProofFile.ClaimLink link, ClaimDefinition definition, Meanings meanings) {
    try {
      CompiledClaim claim = CompiledClaim.of(definition, PROBLEM);
      Rewriting names = Rewriting.by(term -> named(term, meanings));
      String text = definition.statement();
      return Optional.of(
          new Step(
              PREFIX + link.id(),
              "claim of the catalogue",
              claim.when().stream().map(when -> renamed(when, names)).toList(),
              new Statement(text, names.apply(claim.comparison().formula())),
              new Rule.Arithmetic(List.of()),
              link.from().isEmpty() ? namesAndConclusions(proof) : link.from(),
              false,
              "",
              Optional.empty()));
    } catch (ExpressionException e) {
      return Optional.empty();
    }
  }

  private static List<String> namesAndConclusions(ProofFile proof) {
    return Stream.concat(
            proof.definitions().stream().map(ProofFile.Definition::name),
            proof.conclusions().stream().map(Step::id))
        .toList();
  }

  private static Statement renamed(Condition when, Rewriting names) {
    Formula formula = names.apply(when.formula());
    return new Statement(when.text(), formula);
  }

  /** Names of quantities, less brackets and commas, or the terms that they are in proofs. */
  private static Term named(Term term, Meanings meanings) {
    return name(term)
        .map(name -> meanings.reading(name).orElse(new Term.Symbol(name)))
        .orElse(term);
  }

  private static Optional<String> name(Term term) {
    if (term instanceof Term.Symbol symbol) {
      return Optional.of(symbol.name());
    }
    if (term instanceof Term.Call call) {
      return Optional.of(
          Arrays.stream(call.arguments())
              .mapToObj(argument -> Integer.toString((int) argument))
              .collect(Collectors.joining("", call.name(), "")));
    }
    return Optional.empty();
  }

  /** The facts from the literature by which quantities of a claim are read. */
  static Set<String> literature(ClaimDefinition definition, Meanings meanings) {
    try {
      CompiledClaim claim = CompiledClaim.of(definition, PROBLEM);
      return Stream.concat(
              claim.comparison().formula().terms(),
              claim.when().stream().flatMap(when -> when.formula().terms()))
          .flatMap(ClaimStatement::within)
          .flatMap(term -> name(term).stream())
          .flatMap(name -> meanings.literature(name).stream())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (ExpressionException e) {
      throw new IllegalStateException(definition.id(), e);
    }
  }

  private static Stream<Term> within(Term term) {
    return Stream.concat(Stream.of(term), term.parts().flatMap(ClaimStatement::within));
  }
}
