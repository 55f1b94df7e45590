package io.github.flowcert.mathml;

import static io.github.flowcert.mathml.Markup.Binding.POWER;

import io.github.flowcert.expression.Term;
import java.util.List;
import java.util.stream.Collectors;

/** Functions of terms in MathML. */
final class FunctionMarkup {
  private final TermMarkup terms;

  FunctionMarkup(TermMarkup terms) {
    this.terms = terms;
  }

  Markup of(Term.Application call) {
    List<Term> arguments = call.arguments();
    String name = call.function().functionName();
    return switch (name) {
      case "power" -> terms.power(arguments.get(0), arguments.get(1));
      case "sqrt" -> Markup.atom("<msqrt>" + row(arguments, 0) + "</msqrt>");
      case "abs" -> Markup.atom(Markup.fenced("|", row(arguments, 0), "|"));
      case "floor" -> Markup.atom(Markup.fenced("⌊", row(arguments, 0), "⌋"));
      case "ceiling" -> Markup.atom(Markup.fenced("⌈", row(arguments, 0), "⌉"));
      case "exp" -> new Markup("<msup><mi>e</mi>" + row(arguments, 0) + "</msup>", POWER);
      case "log" -> logarithm(arguments);
      case "log2" -> applied("<msub><mi>log</mi><mn>2</mn></msub>", arguments);
      case "log10" -> applied("<msub><mi>log</mi><mn>10</mn></msub>", arguments);
      case "sign" -> applied("<mi>sign</mi>", arguments);
      default -> applied("<mi>" + name + "</mi>", arguments);
    };
  }

  private String row(List<Term> arguments, int index) {
    return terms.of(arguments.get(index)).row();
  }

  private Markup logarithm(List<Term> arguments) {
    return arguments.size() == 1
        ? applied("<mi>ln</mi>", arguments)
        : applied(
            "<msub><mi>log</mi>" + row(arguments, 0) + "</msub>",
            arguments.subList(1, arguments.size()));
  }

  private Markup applied(String function, List<Term> arguments) {
    String inside =
        arguments.stream()
            .map(argument -> terms.of(argument).row())
            .collect(Collectors.joining(Markup.operator(",")));
    return new Markup(
        function + Markup.operator("&#x2061;") + Markup.fenced("(", inside, ")"), POWER);
  }
}
