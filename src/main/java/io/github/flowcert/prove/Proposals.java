package io.github.flowcert.prove;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Term;
import io.github.flowcert.reading.NoReadingException;
import io.github.flowcert.smt.SmtTerm;
import io.github.flowcert.smt.SolverReading;
import io.github.flowcert.smt.Variable;
import io.github.flowcert.solver.Answer;
import io.github.flowcert.solver.Solver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Points that a solver proposes; whether they are what was asked for is not known. */
final class Proposals {
  private final Solver solver;

  Proposals(Solver solver) {
    this.solver = solver;
  }

  /**
   * A point at which some statements are true and another is false.
   *
   * @param names whose values are asked for; one of which nothing speaks is 0
   * @return rational values near the solver's; empty where it has none
   */
  Optional<Map<String, BigFraction>> point(
      List<Formula> statements, Formula falsified, Collection<String> names)
      throws InterruptedException {
    SolverReading reading = new SolverReading();
    List<SmtTerm> assertions = new ArrayList<>();
    try {
      for (Formula statement : statements) {
        assertions.add(reading.read(statement));
      }
      assertions.add(reading.read(falsified).not());
      for (String name : names) {
        reading.read(new Term.Symbol(name));
      }
    } catch (NoReadingException e) {
      return Optional.empty();
    }
    Answer answer = solver.ask(reading.translation().script(assertions));
    return answer instanceof Answer.Satisfiable satisfiable
        ? Optional.of(values(names, reading.translation().variables(), satisfiable.model()))
        : Optional.empty();
  }

  private static Map<String, BigFraction> values(
      Collection<String> names, List<Variable> variables, Map<String, String> model) {
    Map<String, BigFraction> values = new LinkedHashMap<>();
    for (String name : names) {
      Optional<String> value =
          variables.stream()
              .filter(each -> each.term().equals(new Term.Symbol(name)))
              .findFirst()
              .map(each -> model.getOrDefault(each.name(), "0"));
      values.put(name, Rationals.parse(value.orElse("0")));
    }
    return values;
  }
}
