package io.github.flowcert.prove;

import io.github.flowcert.expression.Statement;
import io.github.flowcert.proof.MatrixSection;
import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.Step;
import io.github.flowcert.result.ProofDocument;
import io.github.flowcert.result.ProofDocument.Conclusion;
import io.github.flowcert.result.ProofDocument.DeclaredFact;
import io.github.flowcert.result.ProofDocument.StepResult;
import io.github.flowcert.word.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Outcomes as documents. */
public final class ProofDocuments {
  private ProofDocuments() {}

  /**
   * The document of a proof.
   *
   * @param provenance what makes it
   */
  public static ProofDocument of(Outcome outcome, ProofDocument.Provenance provenance) {
    ProofFile proof = outcome.proof();
    return new ProofDocument(
        ProofDocument.SCHEMA,
        proof.name(),
        proof.about(),
        new ProofDocument.Source(proof.source().paper(), proof.source().place()),
        outcome.status(),
        outcome.steps().stream().map(each -> step(proof, each)).toList(),
        declared(outcome),
        new Conclusion(outcome.status(), assumptions(proof), conclusions(proof)),
        provenance,
        proof.text());
  }

  private static StepResult step(ProofFile proof, Outcome.Checked checked) {
    Step step = checked.step();
    return new StepResult(
        step.id(),
        step.place(),
        step.given().stream().map(Statement::text).toList(),
        step.statement().text(),
        step.rule().word(),
        step.from(),
        checked.status(),
        step.asPrinted(),
        checked.seconds(),
        checked.counterexample().isEmpty() ? null : checked.counterexample(),
        note(checked),
        corrected(proof, step));
  }

  /** The step in whose place this one stands; null where there is none. */
  private static String corrected(ProofFile proof, Step step) {
    return Stream.concat(proof.steps().stream(), proof.conclusions().stream())
        .filter(each -> each.corrected().filter(step::equals).isPresent())
        .map(Step::id)
        .findAny()
        .orElse(null);
  }

  private static String note(Outcome.Checked checked) {
    String both = (checked.step().note() + " " + checked.reason()).strip();
    return both.isEmpty() ? null : both;
  }

  private static List<DeclaredFact> declared(Outcome outcome) {
    List<DeclaredFact> facts = new ArrayList<>();
    outcome
        .trusted()
        .forEach(
            (key, fact) ->
                facts.add(new DeclaredFact(key, fact.statement().text(), fact.source())));
    return facts;
  }

  private static List<String> assumptions(ProofFile proof) {
    List<String> all = new ArrayList<>();
    proof.definitions().forEach(each -> all.add(each.name() + " == " + each.text()));
    proof.assumptions().forEach(each -> all.add(each.statement().text()));
    proof.trajectory().ifPresent(along -> all.add(trajectory(along)));
    if (!proof.matrices().conclusions().isEmpty()) {
      Network.flow().values().stream().sorted().forEach(all::add);
      Network.balanced().values().stream().sorted().forEach(all::add);
    }
    return all;
  }

  private static String trajectory(ProofFile.TrajectorySymbols along) {
    return String.join(", ", along.now())
        + (along.now().size() == 1 ? " is the determinant" : " are the entries")
        + " of W_{L:1}(t), at any t at which the flow exists, and "
        + String.join(", ", along.start())
        + (along.start().size() == 1 ? " is the determinant" : " are the entries")
        + " at t = 0, along gradient flow, equation (4), of depth L >= 2 from factors that are"
        + " balanced, equation (5); the product is square";
  }

  private static List<String> conclusions(ProofFile proof) {
    return Stream.concat(
            proof.matrices().conclusions().stream().map(MatrixSection.MatrixStep::shown),
            proof.conclusions().stream())
        .map(ProofDocuments::conclusion)
        .toList();
  }

  private static String conclusion(Step step) {
    String given = step.given().stream().map(Statement::text).collect(Collectors.joining(" && "));
    String statement = step.statement().text();
    return given.isEmpty() ? statement : statement + " where " + given;
  }
}
