package io.github.flowcert.kernel;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Term;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Definitions among suppositions. */
final class Definitions {
  private static final Set<String> ALGEBRAIC = Set.of("abs", "min", "max", "sqrt", "power");

  private Definitions() {}

  /**
   * The suppositions less definitions by transcendental terms. A definition of which nothing else
   * speaks can always be met, while for the solver a logarithm could have any value.
   *
   * @param definitions what is known to be a definition, with the name defined
   * @return what remains
   */
  static Set<Formula> withoutTranscendental(
      Set<Formula> suppositions, Map<Formula, String> definitions) {
    Set<Formula> plain = new LinkedHashSet<>(suppositions);
    boolean less;
    do {
      // Each round may leave further definitions of which nothing speaks any more.
      less = plain.removeIf(formula -> isUnused(formula, plain, definitions));
    } while (less);
    return plain;
  }

  /** A definition among a fact's hypotheses of which nothing else in the fact speaks. */
  static Optional<Formula> unused(Fact fact, Map<Formula, String> definitions) {
    Set<Formula> all = new LinkedHashSet<>(fact.hypotheses());
    all.add(fact.statement());
    return fact.hypotheses().stream()
        .filter(each -> definitions.containsKey(each) && !each.equals(fact.statement()))
        .filter(each -> isAlone(each, all, definitions.get(each)))
        .findFirst();
  }

  /** Whether a statement mentions a function that is not algebraic. */
  static boolean isTranscendental(Formula formula) {
    return formula.terms().anyMatch(Definitions::isTranscendental);
  }

  private static boolean isUnused(
      Formula formula, Set<Formula> all, Map<Formula, String> definitions) {
    String name = definitions.get(formula);
    return name != null && isTranscendental(formula) && isAlone(formula, all, name);
  }

  private static boolean isAlone(Formula formula, Set<Formula> all, String name) {
    return all.stream()
        .filter(other -> !other.equals(formula))
        .flatMap(Formula::terms)
        .noneMatch(term -> term.quantities().contains(name));
  }

  private static boolean isTranscendental(Term term) {
    boolean here =
        term instanceof Term.Application application
            && !ALGEBRAIC.contains(application.function().functionName());
    return here || term.parts().anyMatch(Definitions::isTranscendental);
  }
}
