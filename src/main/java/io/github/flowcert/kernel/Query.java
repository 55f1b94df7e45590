package io.github.flowcert.kernel;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Term;
import io.github.flowcert.reading.NoReadingException;
import io.github.flowcert.smt.Obligation;
import io.github.flowcert.smt.SmtTerm;
import io.github.flowcert.smt.SolverReading;
import io.github.flowcert.smt.Variable;
import io.github.flowcert.solver.Answer;
import io.github.flowcert.solver.Solver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statements supposed to be true together, to which questions can be put. What stands for a root or
 * a quotient gets its definition outright where it is shown to have a value, and under that
 * condition elsewhere.
 */
final class Query {
  private final Solver solver;
  private final SolverReading reading = new SolverReading();
  private final List<SmtTerm> known = new ArrayList<>();
  private int variablesKnown;

  Query(Solver solver, List<Supposition> supposed) throws NotProved, InterruptedException {
    this.solver = solver;
    for (Supposition each : supposed) {
      known.add(read(each.formula()));
    }
    supposed.stream().filter(Supposition::valued).forEach(each -> takeValues(each.formula()));
    define();
  }

  private void takeValues(Formula formula) {
    conditions(formula).forEach(known::add);
  }

  /** When the terms of a statement that has been read have values. */
  private List<SmtTerm> conditions(Formula formula) {
    Set<Term> mentioned = formula.terms().flatMap(Query::within).collect(Collectors.toSet());
    return reading.translation().obligations().stream()
        .filter(obligation -> mentioned.contains(obligation.term()))
        .map(Obligation::condition)
        .toList();
  }

  /** Whether what is supposed is shown to be possible. */
  boolean isSatisfiable() throws InterruptedException {
    return ask(SmtTerm.TRUE) instanceof Answer.Satisfiable;
  }

  /**
   * Proves a statement.
   *
   * @throws NotProved if it, or that its terms have values, does not follow
   */
  void prove(Formula statement) throws NotProved, InterruptedException {
    SmtTerm goal = read(statement);
    define();
    requireValues(statement);
    Answer answer = ask(goal.not());
    if (answer instanceof Answer.Satisfiable satisfiable) {
      throw new NotProved("does not follow from what it uses: consider " + satisfiable.model());
    }
    if (answer instanceof Answer.Unknown unknown) {
      throw new NotProved("the solver gave up: " + unknown.reason());
    }
  }

  /** What is supposed may mention the same terms without their having values. */
  private void requireValues(Formula statement) throws NotProved, InterruptedException {
    Set<Term> mentioned = statement.terms().flatMap(Query::within).collect(Collectors.toSet());
    for (Obligation obligation : reading.translation().obligations()) {
      if (mentioned.contains(obligation.term()) && !follows(obligation.condition())) {
        throw new NotProved(
            "not shown: " + obligation.reason() + " (" + obligation.condition() + ")");
      }
    }
  }

  private static Stream<Term> within(Term term) {
    return Stream.concat(Stream.of(term), term.parts().flatMap(Query::within));
  }

  private SmtTerm read(Formula formula) throws NotProved {
    try {
      return reading.read(formula);
    } catch (NoReadingException e) {
      throw new NotProved("not expressible in real arithmetic: " + e.getMessage());
    }
  }

  private void define() throws InterruptedException {
    List<Variable> all = reading.translation().variables();
    for (Variable variable : all.subList(variablesKnown, all.size())) {
      known.add(follows(variable.domain()) ? variable.facts() : variable.definition());
    }
    variablesKnown = all.size();
  }

  private boolean follows(SmtTerm assertion) throws InterruptedException {
    return assertion.equals(SmtTerm.TRUE) || ask(assertion.not()) instanceof Answer.Unsatisfiable;
  }

  private Answer ask(SmtTerm question) throws InterruptedException {
    StringBuilder script = new StringBuilder();
    for (Variable variable : reading.translation().variables()) {
      script.append("(declare-const ").append(variable.name()).append(" Real)\n");
    }
    for (SmtTerm assertion : known) {
      script.append("(assert ").append(assertion).append(")\n");
    }
    return solver.ask(script.append("(assert ").append(question).append(")\n").toString());
  }
}
