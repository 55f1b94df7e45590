package io.github.flowcert.prove;

import io.github.flowcert.claim.Catalogue;
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
import java.util.Map;
import java.util.Optional;
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

  private ClaimStatement() {}

  /** The step; empty where the catalogue has no such claim about 2-by-2 matrices. */
  static Optional<Step> of(ProofFile proof, ProofFile.ClaimLink link, Catalogue catalogue) {
    List<ClaimDefinition> definitions = catalogue.resolve(link.id());
    if (definitions.size() != 1) {
      return Optional.empty();
    }
    try {
      CompiledClaim claim = CompiledClaim.of(definitions.get(0), PROBLEM);
      Rewriting names = Rewriting.by(term -> named(term, link.with()));
      String text = definitions.get(0).statement();
      return Optional.of(
          new Step(
              "claim " + link.id(),
              "claim of the catalogue",
              claim.when().stream().map(when -> renamed(when, names)).toList(),
              new Statement(text, names.apply(claim.comparison().formula())),
              new Rule.Arithmetic(List.of()),
              namesAndConclusions(proof),
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

  private static Term named(Term term, Map<String, Term> with) {
    if (term instanceof Term.Symbol symbol) {
      return with.getOrDefault(symbol.name(), term);
    }
    if (term instanceof Term.Call call) {
      String arguments =
          Arrays.stream(call.arguments())
              .mapToObj(argument -> Integer.toString((int) argument))
              .collect(Collectors.joining(","));
      Term bare = new Term.Symbol(call.name() + arguments.replace(",", ""));
      return with.getOrDefault(call.name() + "(" + arguments + ")", bare);
    }
    return term;
  }
}
