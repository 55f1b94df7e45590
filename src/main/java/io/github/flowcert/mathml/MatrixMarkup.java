package io.github.flowcert.mathml;

import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.matheclipse.parser.client.ast.ASTNode;
import org.matheclipse.parser.client.ast.FunctionNode;
import org.matheclipse.parser.client.ast.IntegerNode;
import org.matheclipse.parser.client.ast.SymbolNode;

/**
 * Statements about matrices, and about derivatives, in MathML. They are written as they stand in
 * the text: the polynomials that are checked have their terms in another order.
 */
final class MatrixMarkup {
  private static final String MINUS = Markup.operator("−");

  private final Symbols scalars;
  private final boolean ofMatrices;
  private final Set<String> names = new TreeSet<>();

  private MatrixMarkup(Symbols scalars, boolean ofMatrices) {
    this.scalars = scalars;
    this.ofMatrices = ofMatrices;
  }

  /**
   * A statement.
   *
   * @param parts its parts, all of which it says
   * @param names letters in it, as written, in lower case; empty where it is not about matrices
   */
  record Result(List<Markup> parts, Set<String> names) {}

  /**
   * Typesets a text.
   *
   * @param scalars how names are typeset where they are not those of matrices
   * @throws ExpressionException if it is not such a statement
   */
  static Result of(String text, Symbols scalars) throws ExpressionException {
    ASTNode tree = Syntax.parse(text);
    // Derivatives are in time, unless a variable is named: then numbers are spoken of.
    MatrixMarkup markup = new MatrixMarkup(scalars, !namesVariable(tree));
    List<Markup> parts = new ArrayList<>();
    for (ASTNode part : head(tree).equals("and") ? arguments(tree) : List.of(tree)) {
      parts.add(markup.statement(part));
    }
    return new Result(List.copyOf(parts), markup.ofMatrices ? markup.names : Set.of());
  }

  private static boolean namesVariable(ASTNode node) {
    return (head(node).equals("d") && arguments(node).size() == 2)
        || arguments(node).stream().anyMatch(MatrixMarkup::namesVariable);
  }

  private Markup statement(ASTNode node) throws ExpressionException {
    List<ASTNode> arguments = arguments(node);
    return switch (head(node)) {
      case "equal" -> {
        String left = of(arguments.get(0)).row();
        yield new Markup(
            left + Markup.operator("=") + of(arguments.get(1)).row(), Markup.Binding.SUM);
      }
      case "chain" -> {
        names.add("chain");
        yield applied("<mi>chain</mi>", arguments);
      }
      case "invertible" ->
          new Markup(
              of(arguments.get(0)).row() + "<mtext>&#xa0;has an inverse</mtext>",
              Markup.Binding.SUM);
      default -> throw unknown(node);
    };
  }

  private Markup of(ASTNode node) throws ExpressionException {
    if (node instanceof IntegerNode) {
      return Markup.atom("<mn>" + node + "</mn>");
    }
    if (node instanceof SymbolNode symbol) {
      return letter(symbol.getString().toLowerCase(Locale.ROOT));
    }
    List<ASTNode> arguments = arguments(node);
    return switch (head(node)) {
      case "plus" -> sum(arguments);
      case "times" -> product(arguments);
      case "dot" -> new Markup(row(arguments), Markup.Binding.PRODUCT);
      case "power", "matrixpower" -> raised(arguments.get(0), of(arguments.get(1)).row());
      case "transpose" -> raised(arguments.get(0), "<mo>⊤</mo>");
      case "inverse" -> raised(arguments.get(0), "<mrow><mo>−</mo><mn>1</mn></mrow>");
      case "d" -> derivative(arguments);
      case "tr" -> applied("<mi>tr</mi>", arguments);
      case "log" -> applied("<mi>ln</mi>", arguments);
      default -> throw unknown(node);
    };
  }

  private Markup letter(String name) {
    names.add(name);
    return MatrixSymbols.named(name)
        .filter(symbol -> ofMatrices)
        .map(symbol -> Markup.atom(symbol.markup()))
        .orElseGet(() -> scalars.of(name));
  }

  private Markup sum(List<ASTNode> terms) throws ExpressionException {
    StringBuilder text = new StringBuilder(of(terms.get(0)).within(Markup.Binding.SUM));
    for (ASTNode term : terms.subList(1, terms.size())) {
      boolean negative = isNegative(term);
      text.append(negative ? MINUS : Markup.operator("+"));
      text.append((negative ? opposite(term) : of(term)).within(Markup.Binding.PRODUCT));
    }
    return new Markup(text.toString(), Markup.Binding.SUM);
  }

  private Markup product(List<ASTNode> factors) throws ExpressionException {
    return isMinusOne(factors.get(0))
        ? new Markup(
            MINUS + product(factors.subList(1, factors.size())).within(Markup.Binding.PRODUCT),
            Markup.Binding.SUM)
        : factors.size() == 1
            ? of(factors.get(0))
            : new Markup(row(factors), Markup.Binding.PRODUCT);
  }

  private Markup opposite(ASTNode term) throws ExpressionException {
    List<ASTNode> factors = arguments(term);
    return product(factors.subList(1, factors.size()));
  }

  private static boolean isNegative(ASTNode term) {
    return head(term).equals("times") && isMinusOne(arguments(term).get(0));
  }

  private static boolean isMinusOne(ASTNode node) {
    return node instanceof IntegerNode && node.toString().equals("-1");
  }

  private String row(List<ASTNode> factors) throws ExpressionException {
    StringBuilder text = new StringBuilder();
    for (ASTNode factor : factors) {
      text.append(text.isEmpty() ? "" : Markup.operator("&#x2062;"));
      text.append(of(factor).within(Markup.Binding.POWER));
    }
    return text.toString();
  }

  private Markup raised(ASTNode base, String exponent) throws ExpressionException {
    String text = "<msup>" + of(base).within(Markup.Binding.ATOM) + exponent + "</msup>";
    return new Markup(text, Markup.Binding.POWER);
  }

  private Markup derivative(List<ASTNode> arguments) throws ExpressionException {
    String in = arguments.size() == 1 ? "<mi>t</mi>" : of(arguments.get(1)).row();
    String rate = "<mfrac><mi>d</mi><mrow><mi>d</mi>" + in + "</mrow></mfrac>";
    return new Markup(
        rate + of(arguments.get(0)).within(Markup.Binding.POWER), Markup.Binding.PRODUCT);
  }

  private Markup applied(String function, List<ASTNode> arguments) throws ExpressionException {
    List<String> inside = new ArrayList<>();
    for (ASTNode argument : arguments) {
      inside.add(of(argument).row());
    }
    String text = String.join(Markup.operator(","), inside);
    return new Markup(
        function + Markup.operator("&#x2061;") + Markup.fenced("(", text, ")"),
        Markup.Binding.POWER);
  }

  private static List<ASTNode> arguments(ASTNode node) {
    return node instanceof FunctionNode call ? call.stream().skip(1).toList() : List.of();
  }

  private static String head(ASTNode node) {
    return node instanceof FunctionNode call ? call.get(0).toString().toLowerCase(Locale.ROOT) : "";
  }

  private static ExpressionException unknown(ASTNode node) {
    return new ExpressionException(1, "no statement about matrices: " + node);
  }
}
