package io.github.flowcert.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.matheclipse.parser.client.ast.ASTNode;
import org.matheclipse.parser.client.ast.FunctionNode;
import org.matheclipse.parser.client.ast.SymbolNode;

/** Quantities with arguments, checked against what they take. */
final class QuantityReader {
  private final Scope scope;
  private final TermReader terms;

  QuantityReader(Scope scope, TermReader terms) {
    this.scope = scope;
    this.terms = terms;
  }

  Term read(String name, FunctionNode call) throws ExpressionException {
    List<Argument> expected = scope.vocabulary().calls().get(name);
    if (call.size() - 1 != expected.size()) {
      throw wrong(name, call);
    }
    if (expected.get(0) instanceof Argument.Name names) {
      return namedCall(name, names, call);
    }
    double[] values = new double[expected.size()];
    for (int k = 0; k < values.length; k++) {
      values[k] = number(call.get(k + 1), expected.get(k), name, call);
    }
    Optional<String> absent = scope.vocabulary().problemWithCall(spelled(name, values));
    if (absent.isPresent()) {
      throw scope.errorAt(name, absent.get());
    }
    return new Term.Call(name, values);
  }

  private static String spelled(String name, double[] indices) {
    return Arrays.stream(indices)
        .mapToObj(each -> String.valueOf((long) each))
        .collect(Collectors.joining(",", name + "(", ")"));
  }

  private Term namedCall(String name, Argument.Name names, FunctionNode call)
      throws ExpressionException {
    String argument = Scope.lower(call.get(1).toString());
    if (!(call.get(1) instanceof SymbolNode) || !names.allowed().contains(argument)) {
      throw wrong(name, call);
    }
    return new Term.NamedCall(name, argument);
  }

  private double number(ASTNode node, Argument expected, String name, FunctionNode call)
      throws ExpressionException {
    Term term = terms.read(node);
    if (!term.quantities().isEmpty()) {
      throw wrong(name, call);
    }
    double value = term.evaluate(NoQuantities.INSTANCE);
    boolean right =
        expected instanceof Argument.Index index
            ? value == Math.rint(value) && value >= index.low() && value <= index.high()
            : value > 0;
    if (!right) {
      throw wrong(name, call);
    }
    return value;
  }

  private ExpressionException wrong(String name, FunctionNode call) {
    return scope.errorAt(
        name, "'" + name + "' " + scope.vocabulary().usage(name) + "; found " + call);
  }

  /** For terms that were seen to mention none. */
  private enum NoQuantities implements Quantities {
    INSTANCE;

    @Override
    public double symbol(String name) {
      throw new IllegalStateException(name);
    }

    @Override
    public double call(String name, double[] arguments) {
      throw new IllegalStateException(name);
    }

    @Override
    public double callWithName(String name, String argument) {
      throw new IllegalStateException(name);
    }
  }
}
