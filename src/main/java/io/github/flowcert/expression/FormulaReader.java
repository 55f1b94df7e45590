package io.github.flowcert.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.parser.client.ast.ASTNode;
import org.matheclipse.parser.client.ast.FunctionNode;

/** Syntax trees into statements. */
final class FormulaReader {
  private final TermReader terms;
  private final boolean equalities;

  FormulaReader(TermReader terms) {
    this(terms, false);
  }

  /** A reader that also understands {@code ==}, if it is told to. */
  FormulaReader(TermReader terms, boolean equalities) {
    this.terms = terms;
    this.equalities = equalities;
  }

  Formula read(ASTNode node) throws ExpressionException {
    if (!(node instanceof FunctionNode call)) {
      throw new ExpressionException(1, "a comparison is expected, found '" + node + "'");
    }
    return switch (head(call)) {
      case "and" -> new Formula.All(parts(call));
      case "or" -> new Formula.Any(parts(call));
      case "not" -> new Formula.Not(parts(call).get(0));
      default -> isEquality(call) ? equal(call) : comparison(call, " in every part of ");
    };
  }

  private boolean isEquality(FunctionNode call) {
    return equalities && head(call).equals("equal") && call.size() == 3;
  }

  private Formula equal(FunctionNode call) throws ExpressionException {
    return new Formula.Equal(terms.read(call.get(1)), terms.read(call.get(2)));
  }

  /** A single comparison, which is the whole text. */
  Formula.Related comparison(ASTNode node) throws ExpressionException {
    return comparison(node, ", found ");
  }

  private Formula.Related comparison(ASTNode node, String where) throws ExpressionException {
    String head = node instanceof FunctionNode call ? head(call) : "";
    if (head.equals("equal") || head.equals("unequal") || head.equals("set")) {
      throw equality();
    }
    Optional<Relation> relation = Relation.ofHead(head);
    if (head.equals("inequality") || (relation.isPresent() && ((FunctionNode) node).size() != 3)) {
      throw new ExpressionException(
          1, "a chain of comparisons is not understood; join two comparisons with && or state one");
    }
    if (relation.isEmpty()) {
      throw new ExpressionException(
          1, "a comparison with >, >=, < or <= is expected" + where + "'" + terms.text() + "'");
    }
    FunctionNode call = (FunctionNode) node;
    return new Formula.Related(terms.read(call.get(1)), relation.get(), terms.read(call.get(2)));
  }

  static ExpressionException equality() {
    return new ExpressionException(
        1, "computed numbers are not compared for equality; use >, >=, < or <=");
  }

  private List<Formula> parts(FunctionNode call) throws ExpressionException {
    List<Formula> formulas = new ArrayList<>();
    for (int k = 1; k < call.size(); k++) {
      formulas.add(read(call.get(k)));
    }
    if (formulas.isEmpty()) {
      throw new ExpressionException(1, "'" + call + "' joins no comparisons");
    }
    return List.copyOf(formulas);
  }

  private static String head(FunctionNode call) {
    return Scope.lower(String.valueOf(call.get(0)));
  }
}
