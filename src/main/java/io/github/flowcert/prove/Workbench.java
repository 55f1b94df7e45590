package io.github.flowcert.prove;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Statement;
import io.github.flowcert.expression.Term;
import io.github.flowcert.kernel.Fact;
import io.github.flowcert.kernel.Kernel;
import io.github.flowcert.kernel.NormTerm;
import io.github.flowcert.kernel.NotProved;
import io.github.flowcert.kernel.Range;
import io.github.flowcert.kernel.Sign;
import io.github.flowcert.kernel.Stretch;
import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.Rule;
import io.github.flowcert.proof.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The facts that stand so far in one proof. */
final class Workbench {
  private final Kernel kernel;
  private final Map<String, Theorem> theorems;
  private final MatrixBench matrices;
  private final Map<String, Fact> facts = new HashMap<>();
  private final Map<String, String> failures = new HashMap<>();
  private final List<ProofFile.Definition> pending = new ArrayList<>();
  private final List<Fact> defined = new ArrayList<>();
  private final Map<String, NormTerm> norms = new HashMap<>();

  /**
   * A bench with the suppositions of a proof on it.
   *
   * @param theorems what came of the proofs that this one may use
   * @param matrices what stands about matrices
   */
  Workbench(Kernel kernel, ProofFile proof, Map<String, Theorem> theorems, MatrixBench matrices)
      throws InterruptedException {
    this.kernel = kernel;
    this.theorems = theorems;
    this.matrices = matrices;
    proof.assumptions().forEach(each -> put(each.id(), kernel.suppose(each.statement().formula())));
    for (ProofFile.NormValue each : proof.norms()) {
      NormTerm value = new NormTerm(new Term.Symbol(each.name()), each.entries());
      norms.put(each.name(), value);
      kernel.name(value);
    }
    define(proof);
    declare(proof);
  }

  private void declare(ProofFile proof) throws InterruptedException {
    List<Fact> under = List.copyOf(facts.values());
    for (ProofFile.Declared declared : proof.declared()) {
      try {
        String key = proof.name() + "#" + declared.id();
        put(declared.id(), kernel.declare(key, declared.statement().formula(), under));
      } catch (NotProved e) {
        failures.put(declared.id(), "which cannot be used: " + e.getMessage());
      }
    }
  }

  /** Defines what can be seen to have a value by definitions alone or with one assumption. */
  private void define(ProofFile proof) throws InterruptedException {
    List<Fact> assumed = proof.assumptions().stream().map(each -> facts.get(each.id())).toList();
    for (ProofFile.Definition definition : proof.definitions()) {
      boolean waits = pending.stream().anyMatch(each -> mentions(definition, each.name()));
      boolean done = !waits && defines(definition, List.of());
      for (int k = 0; k < assumed.size() && !waits && !done; k++) {
        done = defines(definition, List.of(assumed.get(k)));
      }
      if (!done) {
        pending.add(definition);
      }
    }
  }

  private static boolean mentions(ProofFile.Definition definition, String name) {
    return definition.term().quantities().contains(name);
  }

  private boolean defines(ProofFile.Definition definition, List<Fact> where)
      throws InterruptedException {
    List<Fact> all = new ArrayList<>(where);
    all.addAll(defined);
    try {
      Fact fact = kernel.define(definition.name(), definition.term(), all);
      defined.add(fact);
      failures.remove(definition.name());
      put(definition.name(), fact);
      return true;
    } catch (NotProved e) {
      failures.put(definition.name(), "which is not shown to have a value: " + e.getMessage());
      return false;
    }
  }

  /** What still waits for a value may have one by what a step uses beside it. */
  private void defineFor(Step step) throws InterruptedException {
    List<Fact> known =
        step.from().stream().filter(facts::containsKey).map(facts::get).distinct().toList();
    for (ProofFile.Definition definition : List.copyOf(pending)) {
      if (step.from().contains(definition.name()) && defines(definition, known)) {
        pending.remove(definition);
      }
    }
  }

  private void put(String id, Fact fact) {
    facts.put(id, fact);
  }

  /**
   * Proves a step, so that later ones may use it.
   *
   * @throws NotProved if no proof was found
   */
  Fact prove(Step step) throws NotProved, InterruptedException {
    defineFor(step);
    Fact fact = attempt(step);
    put(step.id(), fact);
    return fact;
  }

  /**
   * Proves a step and keeps nothing of it.
   *
   * @throws NotProved if no proof was found
   */
  Fact attempt(Step step) throws NotProved, InterruptedException {
    List<Formula> given = step.given().stream().map(Statement::formula).toList();
    return proved(step, standing(step.from()), given);
  }

  /** Whether all these facts stand. */
  boolean has(List<String> ids) {
    return facts.keySet().containsAll(ids);
  }

  /** Those of these facts that stand. */
  List<Fact> amongStanding(List<String> ids) {
    return ids.stream().filter(facts::containsKey).map(facts::get).toList();
  }

  /** Later steps that name a step get this fact. */
  void replace(String id, Fact fact) {
    put(id, fact);
  }

  /**
   * Facts that stand.
   *
   * @throws NotProved if there is none of one of these names
   */
  List<Fact> standing(List<String> ids) throws NotProved {
    List<Fact> standing = new ArrayList<>();
    for (String id : ids) {
      standing.add(fact(id));
    }
    return standing;
  }

  private Fact fact(String id) throws NotProved {
    Fact fact = facts.get(id);
    if (fact == null) {
      String why = failures.getOrDefault(id, "which is not proved");
      throw new NotProved("uses '" + id + "', " + why);
    }
    return fact;
  }

  private Fact proved(Step step, List<Fact> from, List<Formula> given)
      throws NotProved, InterruptedException {
    Formula statement = step.statement().formula();
    if (step.rule() instanceof Rule.Arithmetic rule) {
      return kernel.arithmetic(from, given, statement, rule.instances());
    }
    if (step.rule() instanceof Rule.Identity) {
      return kernel.identity(from, given, statement);
    }
    if (step.rule() instanceof Rule.Covering rule) {
      Range range = new Range(rule.variable(), rule.from(), rule.to());
      return kernel.covered(statement, range, from, given);
    }
    // Not from what gave the instance: that would only keep the solver busy.
    return kernel.arithmetic(byRule(step.rule(), from, given), given, statement, List.of());
  }

  private List<Fact> byRule(Rule rule, List<Fact> from, List<Formula> given)
      throws NotProved, InterruptedException {
    if (rule instanceof Rule.Triangle triangle) {
      return List.of(
          kernel.triangle(
              new Term.Symbol(triangle.constant()),
              norm(triangle.whole()),
              norm(triangle.one()),
              norm(triangle.other())));
    }
    if (rule instanceof Rule.Homogeneity homogeneity) {
      return List.of(
          kernel.homogeneity(
              norm(homogeneity.of()), homogeneity.factor(), norm(homogeneity.unit())));
    }
    if (rule instanceof Rule.Nonnegative nonnegative) {
      return List.of(kernel.nonnegative(norm(nonnegative.of())));
    }
    if (rule instanceof Rule.Definite definite) {
      return List.of(kernel.definite(norm(definite.of())));
    }
    if (rule instanceof Rule.Slope slope) {
      return compared(slope, from, given);
    }
    if (rule instanceof Rule.SignKept kept) {
      return List.of(
          kernel.signKept(
              matrices.fact(kept.conserved()),
              matrices.fact(kept.rate()),
              matrices.fact(kept.bound())));
    }
    return instances((Rule.Theorem) rule, from, given);
  }

  private List<Fact> compared(Rule.Slope rule, List<Fact> from, List<Formula> given)
      throws NotProved, InterruptedException {
    Stretch stretch = new Stretch(rule.function(), rule.variable(), rule.from(), rule.to());
    Sign sign = Sign.valueOf(rule.sign().toUpperCase(Locale.ROOT));
    Fact signed = fact(rule.by());
    List<Fact> facts = new ArrayList<>(from.stream().filter(kernel::isDefinition).toList());
    facts.add(
        rule.at().isPresent()
            ? kernel.chord(stretch, rule.at().get(), sign, signed, from, given)
            : kernel.monotone(stretch, sign, signed, from, given));
    return facts;
  }

  private List<Fact> instances(Rule.Theorem rule, List<Fact> from, List<Formula> given)
      throws NotProved, InterruptedException {
    Theorem theorem = theorems.get(rule.proof());
    if (theorem.conclusions().isEmpty()) {
      throw new NotProved("uses " + rule.proof() + ", which is " + theorem.status());
    }
    List<Fact> instances = new ArrayList<>();
    Map<String, Fact> conclusions = theorem.conclusions().get();
    for (String part : rule.part().map(Set::of).orElse(conclusions.keySet())) {
      instances.add(kernel.instance(conclusions.get(part), rule.with(), from, given));
    }
    return instances;
  }

  private NormTerm norm(String name) throws NotProved {
    NormTerm norm = norms.get(name);
    if (norm == null) {
      throw new NotProved("'" + name + "' is no value of the norm");
    }
    return norm;
  }
}
