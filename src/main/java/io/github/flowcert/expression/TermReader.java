package io.github.flowcert.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.parser.client.ast.ASTNode;
import org.matheclipse.parser.client.ast.FloatNode;
import org.matheclipse.parser.client.ast.FractionNode;
import org.matheclipse.parser.client.ast.FunctionNode;
import org.matheclipse.parser.client.ast.IntegerNode;
import org.matheclipse.parser.client.ast.SymbolNode;

/** Syntax trees into terms, with every name checked. */
final class TermReader {
  private static final Term ONE = new Term.Literal(BigDecimal.ONE, 1);

  private final Scope scope;

  TermReader(Scope scope) {
    this.scope = scope;
  }

  /** The text that is read, as written: trees tell it in another form. */
  String text() {
    return scope.text();
  }

  Term read(ASTNode node) throws ExpressionException {
    if (node instanceof IntegerNode || node instanceof FloatNode) {
      return literal(node);
    }
    if (node instanceof FractionNode fraction) {
      Term quotient =
          new Term.Quotient(literal(fraction.getNumerator()), literal(fraction.getDenominator()));
      return fraction.isSign() ? negated(quotient) : quotient;
    }
    if (node instanceof SymbolNode symbol) {
      return symbol(symbol.getString());
    }
    if (node instanceof FunctionNode call && call.get(0) instanceof SymbolNode head) {
      return call(Scope.lower(head.getString()), call);
    }
    throw new ExpressionException(1, "'" + node + "' is no real-valued expression");
  }

  private Term literal(ASTNode node) throws ExpressionException {
    if (node instanceof IntegerNode integer && integer.getNumberFormat() != 10) {
      throw new ExpressionException(1, "only decimal numbers are understood");
    }
    BigDecimal exact = exact(node);
    double nearest = exact.doubleValue();
    if (Double.isInfinite(nearest)) {
      throw new ExpressionException(1, "the number " + node + " is beyond the range of doubles");
    }
    return new Term.Literal(exact, nearest);
  }

  private static BigDecimal exact(ASTNode node) throws ExpressionException {
    try {
      return new BigDecimal(node.toString().replace("*^", "E"));
    } catch (NumberFormatException e) {
      throw new ExpressionException(1, "'" + node + "' is no number");
    }
  }

  private static Term negated(Term term) {
    return new Term.Product(List.of(new Term.Literal(BigDecimal.ONE.negate(), -1), term));
  }

  private Term symbol(String written) throws ExpressionException {
    String name = Scope.lower(written);
    if (scope.definitions().containsKey(name)) {
      return scope.definitions().get(name);
    }
    Optional<Term> constant = constant(written);
    if (constant.isPresent()) {
      return constant.get();
    }
    Optional<String> problem = scope.vocabulary().problemWithSymbol(name);
    if (problem.isPresent()) {
      throw scope.errorAt(written, problem.get());
    }
    return new Term.Symbol(name);
  }

  private static Optional<Term> constant(String written) {
    return switch (written) {
      case "pi" -> Optional.of(Term.Constant.PI);
      case "E" -> Optional.of(Term.Constant.E);
      case "infinity" -> Optional.of(Term.Constant.INFINITY);
      default -> Optional.empty();
    };
  }

  private Term call(String head, FunctionNode call) throws ExpressionException {
    if (scope.vocabulary().calls().containsKey(head)) {
      return new QuantityReader(scope, this).read(head, call);
    }
    return switch (head) {
      case "plus" -> new Term.Sum(arguments(head, call));
      case "times" -> product(call);
      case "power" -> power(call);
      case "if" -> choice(call);
      default -> application(head, call);
    };
  }

  /** Symja's parser writes a / b as a * b^(-1), and a / 2 as (1/2) * a: division is put back. */
  private Term product(FunctionNode call) throws ExpressionException {
    if (call.size() == 3 && isReciprocal(call.get(2))) {
      return new Term.Quotient(read(call.get(1)), read(((FunctionNode) call.get(2)).get(1)));
    }
    if (call.size() == 3
        && call.get(1) instanceof FractionNode fraction
        && !fraction.isSign()
        && fraction.getNumerator().equals(IntegerNode.C1)) {
      return new Term.Quotient(read(call.get(2)), literal(fraction.getDenominator()));
    }
    return new Term.Product(arguments("times", call));
  }

  private static boolean isReciprocal(ASTNode node) {
    return node instanceof FunctionNode power
        && power.size() == 3
        && power.get(0).toString().equalsIgnoreCase("power")
        && power.get(2).toString().equals("-1");
  }

  private Term power(FunctionNode call) throws ExpressionException {
    return isReciprocal(call)
        ? new Term.Quotient(ONE, read(call.get(1)))
        : application("power", call);
  }

  private Term choice(FunctionNode call) throws ExpressionException {
    requireArguments("if", call, 3, 3);
    Formula condition = new FormulaReader(this).read(call.get(1));
    return new Term.Choice(condition, read(call.get(2)), read(call.get(3)));
  }

  private Term application(String head, FunctionNode call) throws ExpressionException {
    if (scope.vocabulary().symbols().contains(head)) {
      throw scope.errorAt(head, "'" + head + "' takes no arguments");
    }
    NumericFunction function = function(head);
    requireArguments(head, call, function.least(), function.most());
    return new Term.Application(function, arguments(head, call));
  }

  private NumericFunction function(String head) throws ExpressionException {
    refuseStatements(head);
    Optional<NumericFunction> known = KnownFunction.named(head);
    return known.isPresent()
        ? known.get()
        : EngineFunction.named(head)
            .orElseThrow(
                () ->
                    scope.errorAt(
                        head, "'" + head + "' is no quantity and no numeric function of Symja"));
  }

  private static void refuseStatements(String head) throws ExpressionException {
    switch (head) {
      case "and", "or", "not", "greater", "greaterequal", "less", "lessequal", "inequality" ->
          throw new ExpressionException(1, "a number is expected, found a statement");
      case "equal", "unequal", "set" -> throw FormulaReader.equality();
      default -> {}
    }
  }

  private List<Term> arguments(String head, FunctionNode call) throws ExpressionException {
    requireArguments(head, call, 1, Integer.MAX_VALUE);
    List<Term> terms = new ArrayList<>();
    for (int k = 1; k < call.size(); k++) {
      terms.add(read(call.get(k)));
    }
    return List.copyOf(terms);
  }

  private void requireArguments(String head, FunctionNode call, int least, int most)
      throws ExpressionException {
    int count = call.size() - 1;
    if (count < least || count > most) {
      String right = least == most ? "" + least : least + " to " + most;
      String wording = most == Integer.MAX_VALUE ? least + " or more" : right;
      throw scope.errorAt(head, "'" + head + "' takes " + wording + " argument(s), found " + count);
    }
  }
}
