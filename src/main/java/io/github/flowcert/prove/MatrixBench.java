package io.github.flowcert.prove;

import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.kernel.MatrixFact;
import io.github.flowcert.kernel.MatrixKernel;
import io.github.flowcert.kernel.NotProved;
import io.github.flowcert.proof.MatrixRule;
import io.github.flowcert.proof.MatrixSection;
import io.github.flowcert.proof.MatrixSection.MatrixStep;
import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.word.Alphabet;
import io.github.flowcert.word.Assertion;
import io.github.flowcert.word.Network;
import io.github.flowcert.word.NetworkSamples;
import io.github.flowcert.word.Sample;
import io.github.flowcert.word.WordException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts about matrices that stand so far in one proof. */
final class MatrixBench {
  private final MatrixKernel kernel;
  private final MatrixSection section;
  private final ProofFile proof;
  private final Map<String, Theorem> theorems;
  private final Trials trials;
  private final Map<String, MatrixFact> facts = new HashMap<>();

  MatrixBench(ProofFile proof, Map<String, Theorem> theorems, Trials trials) {
    this.proof = proof;
    this.trials = trials;
    section = proof.matrices();
    this.theorems = theorems;
    Alphabet alphabet = Network.alphabet(section.square()).with(section.more());
    kernel = new MatrixKernel(alphabet, NetworkSamples.some(section.square(), section.more()));
    Network.flow().forEach((id, text) -> facts.put(id, supposed(text, alphabet)));
    Network.balanced().forEach((id, text) -> facts.put(id, supposed(text, alphabet)));
    section.assumptions().forEach(each -> facts.put(each.id(), kernel.suppose(each.says())));
  }

  private MatrixFact supposed(String text, Alphabet alphabet) {
    try {
      return kernel.suppose(Assertion.parse(text, alphabet));
    } catch (ExpressionException | WordException e) {
      throw new IllegalStateException(text, e);
    }
  }

  /** Checks the steps, then the conclusions. */
  List<Outcome.Checked> steps() {
    List<Outcome.Checked> checked = new ArrayList<>();
    section.steps().forEach(step -> checked.addAll(check(step)));
    return checked;
  }

  /** What came of a step, and of what corrects it. */
  List<Outcome.Checked> check(MatrixStep step) {
    List<Outcome.Checked> results = new ArrayList<>();
    results.add(checkOne(step));
    if (step.corrected().isPresent() && results.get(0).status() != Verdict.PROVED) {
      MatrixStep corrected = step.corrected().get();
      results.add(checkOne(corrected));
      MatrixFact fact = facts.get(corrected.shown().id());
      if (fact != null) {
        facts.put(step.shown().id(), fact);
      }
    }
    return results;
  }

  private Outcome.Checked checkOne(MatrixStep step) {
    long start = System.nanoTime();
    try {
      facts.put(step.shown().id(), proved(step));
      Outcome.Checked proved = Outcome.Checked.proved(step.shown(), seconds(start));
      trials.proved(proof, step, this);
      return proved;
    } catch (NotProved e) {
      Map<String, String> shown = counterexample(step);
      return shown.isEmpty()
          ? Outcome.Checked.undecided(step.shown(), seconds(start), e.getMessage())
          : Outcome.Checked.refuted(step.shown(), seconds(start), shown);
    }
  }

  /** Empty too where a fact that the step uses does not stand: then its meaning is not known. */
  Map<String, String> counterexample(MatrixStep step) {
    List<String> used = new ArrayList<>(step.shown().from());
    if (step.rule() instanceof MatrixRule.Derivative derivative) {
      used.add(derivative.of());
    } else if (step.rule() instanceof MatrixRule.Product product) {
      used.add(product.of());
    } else if (!(step.rule() instanceof MatrixRule.Words)) {
      return Map.of();
    }
    if (!facts.keySet().containsAll(used)) {
      return Map.of();
    }
    List<MatrixFact> from = used.stream().map(facts::get).toList();
    Optional<Sample> sample = kernel.counterexample(from, step.says());
    return sample.map(each -> each.shown(MatrixKernel.letters(step.says()))).orElse(Map.of());
  }

  /** Matrices at which all that a fact supposes is true, and it is false. */
  Map<String, String> counterexample(MatrixFact fact) {
    return kernel
        .counterexample(List.of(fact), fact.statements())
        .map(each -> each.shown(MatrixKernel.letters(fact.statements())))
        .orElse(Map.of());
  }

  /**
   * Proves a step and keeps nothing of it.
   *
   * @throws NotProved if no proof was found
   */
  MatrixFact proved(MatrixStep step) throws NotProved {
    List<MatrixFact> from = new ArrayList<>();
    for (String id : step.shown().from()) {
      from.add(fact(id));
    }
    if (step.rule() instanceof MatrixRule.Words) {
      return kernel.words(from, step.says());
    }
    if (step.rule() instanceof MatrixRule.Induction) {
      return kernel.induction(step.says());
    }
    // The rule's facts first, then that the step says no more than they do.
    return kernel.words(byRule(step.rule(), from), step.says());
  }

  private List<MatrixFact> byRule(MatrixRule rule, List<MatrixFact> from) throws NotProved {
    if (rule instanceof MatrixRule.Derivative derivative) {
      List<MatrixFact> all = new ArrayList<>(from);
      all.add(kernel.derivative(fact(derivative.of())));
      return all;
    }
    if (rule instanceof MatrixRule.Product product) {
      return List.of(kernel.product(fact(product.of()), product.left(), product.right()));
    }
    if (rule instanceof MatrixRule.Instance instance) {
      return List.of(kernel.instance(fact(instance.of()), instance.with(), from));
    }
    MatrixRule.Theorem theorem = (MatrixRule.Theorem) rule;
    List<MatrixFact> instances = new ArrayList<>();
    for (MatrixFact conclusion : conclusions(theorem)) {
      instances.add(kernel.instance(conclusion, theorem.with(), from));
    }
    return instances;
  }

  private Collection<MatrixFact> conclusions(MatrixRule.Theorem rule) throws NotProved {
    Theorem theorem = theorems.get(rule.proof());
    if (theorem.status() != Verdict.PROVED) {
      throw new NotProved("uses " + rule.proof() + ", which is " + theorem.status());
    }
    if (rule.conclusion().isEmpty()) {
      return theorem.matrices().values();
    }
    MatrixFact fact = theorem.matrices().get(rule.conclusion().get());
    if (fact == null) {
      throw new NotProved(rule.proof() + " concludes no '" + rule.conclusion().get() + "'");
    }
    return List.of(fact);
  }

  /**
   * A fact that stands.
   *
   * @throws NotProved if there is none of that name
   */
  MatrixFact fact(String id) throws NotProved {
    MatrixFact fact = facts.get(id);
    if (fact == null) {
      throw new NotProved("uses '" + id + "', which is not a proved fact about matrices");
    }
    return fact;
  }

  /** The facts that the proof concludes, as far as they are proved. */
  Map<String, MatrixFact> concluded() {
    Map<String, MatrixFact> concluded = new HashMap<>();
    for (MatrixStep step : section.conclusions()) {
      String id = step.shown().id();
      if (facts.containsKey(id)) {
        concluded.put(id, facts.get(id));
      }
    }
    return concluded;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
