package io.github.flowcert.kernel;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Rewriting;
import io.github.flowcert.expression.Term;
import io.github.flowcert.solver.Solver;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Proves statements with logarithms and exponentials from instances of {@code Log(u) <= u - 1}.
 * Logarithms of products, quotients, powers and exponentials are taken apart first; what a
 * logarithm is taken of must be shown to be positive.
 */
final class Logarithms {
  private final Solver solver;
  private final List<Supposition> supposed;
  private final Set<Term> positive = new LinkedHashSet<>();

  Logarithms(Solver solver, List<Supposition> supposed) {
    this.solver = solver;
    this.supposed = supposed;
  }

  void prove(Formula statement, List<Term> instances) throws NotProved, InterruptedException {
    Rewriting apart = Rewriting.by(this::apart);
    List<Supposition> facts = new ArrayList<>();
    supposed.forEach(each -> facts.add(each.rewritten(apart)));
    Formula goal = apart.apply(statement);
    for (Term instance : instances) {
      facts.add(new Supposition(tangent(instance, apart), true));
      positive.add(instance);
    }
    requirePositive();
    positive.forEach(term -> facts.add(new Supposition(Formulas.positive(term), true)));
    new Query(solver, facts).prove(goal);
  }

  private static Formula tangent(Term instance, Rewriting apart) {
    Term bound = new Term.Sum(List.of(instance, Formulas.number(-1)));
    return Formulas.atMost(apart.apply(Formulas.logarithm(instance)), bound);
  }

  private void requirePositive() throws NotProved, InterruptedException {
    List<Supposition> known = new ArrayList<>(supposed);
    for (Term term : positive) {
      // Of an exponential too, as its argument may have no value.
      new Query(solver, known).prove(Formulas.positive(term));
      known.add(new Supposition(Formulas.positive(term), true));
    }
  }

  /** Log(a b) = Log(a) + Log(b) and the like, for positive parts. */
  private Term apart(Term term) {
    return isLogarithm(term) ? sumOf(((Term.Application) term).arguments().get(0)) : term;
  }

  private Term sumOf(Term argument) {
    if (argument instanceof Term.Product product) {
      return new Term.Sum(product.factors().stream().map(this::sumOf).toList());
    }
    if (argument instanceof Term.Quotient quotient) {
      Term below = Formulas.times(Formulas.number(-1), sumOf(quotient.divisor()));
      return new Term.Sum(List.of(sumOf(quotient.dividend()), below));
    }
    if (argument.equals(Formulas.number(1))) {
      return Formulas.ZERO;
    }
    if (argument instanceof Term.Application application) {
      return sumOf(application);
    }
    return ofAtom(argument);
  }

  private Term sumOf(Term.Application application) {
    Term first = application.arguments().get(0);
    if (isExponential(application)) {
      positive.add(application);
      return first;
    }
    if (application.function().functionName().equals("sqrt")) {
      return new Term.Quotient(sumOf(first), Formulas.number(2));
    }
    if (application.function().functionName().equals("power")) {
      // The base must be shown to be positive, whatever the exponent; then the power is.
      return Formulas.times(application.arguments().get(1), sumOf(first));
    }
    return ofAtom(application);
  }

  private Term ofAtom(Term atom) {
    positive.add(atom);
    return Formulas.logarithm(atom);
  }

  private static boolean isExponential(Term term) {
    return isCall(term, "exp");
  }

  private static boolean isLogarithm(Term term) {
    return isCall(term, "log");
  }

  private static boolean isCall(Term term, String name) {
    return term instanceof Term.Application application
        && application.function().functionName().equals(name)
        && application.arguments().size() == 1;
  }
}
