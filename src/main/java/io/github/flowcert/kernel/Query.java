package io.github.flowcert.kernel;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.smt.Partial;
import io.github.flowcert.smt.Translator;
import io.github.flowcert.solver.Answer;
import io.github.flowcert.solver.Solver;
import java.util.ArrayList;
import java.util.List;

/**
 * Assertions known to be true together, to which questions can be put. Every partial term of what
 * is supposed gets its definition where it surely has a value, and a guarded one elsewhere.
 */
final class Query {
  private final Solver solver;
  private final Translator translator = new Translator();
  private final List<String> known = new ArrayList<>();
  private int definedPartials;

  Query(Solver solver, List<Formula> supposed) throws InterruptedException {
    this.solver = solver;
    for (Formula formula : supposed) {
      known.add(translator.formula(formula));
    }
    for (Partial partial : newPartials()) {
      known.add(follows(partial.obligation()) ? partial.definition() : partial.guarded());
    }
  }

  /** Whether what is supposed is shown to be possible. */
  boolean isSatisfiable() throws InterruptedException {
    return solver.ask(script("true")) instanceof Answer.Satisfiable;
  }

  /**
   * Proves a statement.
   *
   * @throws NotProved if it, or that its terms have values, does not follow
   */
  void prove(Formula statement) throws NotProved, InterruptedException {
    String goal = translator.formula(statement);
    for (Partial partial : newPartials()) {
      if (!follows(partial.obligation())) {
        throw new NotProved("not shown, so that a term has no value: " + partial.obligation());
      }
      known.add(partial.definition());
    }
    Answer answer = solver.ask(script("(not " + goal + ")"));
    if (answer instanceof Answer.Satisfiable satisfiable) {
      throw new NotProved("does not follow from what it uses; " + satisfiable.model());
    }
    if (answer instanceof Answer.Unknown unknown) {
      throw new NotProved("the solver gave up: " + unknown.reason());
    }
  }

  private boolean follows(String assertion) throws InterruptedException {
    return solver.ask(script("(not " + assertion + ")")) instanceof Answer.Unsatisfiable;
  }

  private List<Partial> newPartials() {
    List<Partial> all = translator.partials();
    List<Partial> fresh = all.subList(definedPartials, all.size());
    definedPartials = all.size();
    return fresh;
  }

  private String script(String question) {
    StringBuilder script = new StringBuilder();
    translator.declarations().forEach(line -> script.append(line).append('\n'));
    known.forEach(assertion -> script.append("(assert ").append(assertion).append(")\n"));
    return script.append("(assert ").append(question).append(")\n").toString();
  }
}
