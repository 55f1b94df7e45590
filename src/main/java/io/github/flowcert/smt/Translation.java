package io.github.flowcert.smt;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What goes with translated terms and statements.
 *
 * @param variables the constants that they mention, each after those in its facts
 * @param obligations when all of them have values
 */
public record Translation(List<Variable> variables, List<Obligation> obligations) {

  /** Keeps the lists from changing. */
  public Translation {
    variables = List.copyOf(variables);
    obligations = List.copyOf(obligations);
  }

  /**
   * A query in SMT-LIB 2: the logic, the constants, their definitions and what is asserted besides.
   *
   * @param assertions conditions, obligations among them where they are to be assumed
   */
  public String script(List<SmtTerm> assertions) {
    Stream<String> constants =
        variables.stream().map(each -> "(declare-const " + each.name() + " Real)");
    Stream<SmtTerm> definitions = variables.stream().map(Variable::definition);
    Stream<String> asserted =
        Stream.concat(definitions, assertions.stream())
            .filter(each -> !each.equals(SmtTerm.TRUE))
            .map(each -> "(assert " + each + ")");
    return Stream.of(Stream.of("(set-logic QF_NRA)"), constants, asserted, Stream.of("(check-sat)"))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
