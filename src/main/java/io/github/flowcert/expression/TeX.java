package io.github.flowcert.expression;

import java.util.Map;
import org.matheclipse.core.convert.AST2Expr;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.form.tex.TeXFormFactory;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Expressions typeset by Symja's TeX form, as they were written: nothing is evaluated. Starts
 * Symja's engine, which takes a second.
 */
public final class TeX {
  private TeX() {}

  /**
   * The TeX of an expression, a comparison or a condition.
   *
   * @param symbols how quantities are typeset, by name in lower case, where {@code #} stands for
   *     their arguments; others have their names
   * @throws ExpressionException if the text is not in Symja's syntax
   */
  public static String of(String text, Map<String, String> symbols) throws ExpressionException {
    F.initSymbols();
    IExpr tree = new AST2Expr(true, new EvalEngine(true)).convert(Syntax.parse(text));
    StringBuilder tex = new StringBuilder();
    new WithSymbols(symbols).convert(tex, tree, 0);
    return tex.toString().strip();
  }

  /** Symja's form, with symbols of our own. */
  private static final class WithSymbols extends TeXFormFactory {
    private final Map<String, String> symbols;

    WithSymbols(Map<String, String> symbols) {
      this.symbols = symbols;
    }

    private String typeset(IExpr expression) {
      return expression instanceof ISymbol symbol
          ? symbols.get(Scope.lower(symbol.getSymbolName()))
          : null;
    }

    @Override
    public void convertSymbol(StringBuilder tex, ISymbol symbol) {
      String typeset = typeset(symbol);
      if (typeset == null) {
        super.convertSymbol(tex, symbol);
      } else {
        tex.append(typeset);
      }
    }

    @Override
    public void convertAST(StringBuilder tex, IAST call, int precedence) {
      String typeset = typeset(call.head());
      if (typeset == null) {
        super.convertAST(tex, call, precedence);
        return;
      }
      StringBuilder arguments = new StringBuilder();
      for (int k = 1; k < call.size(); k++) {
        arguments.append(k == 1 ? "" : ",");
        convert(arguments, call.get(k), 0);
      }
      tex.append(typeset.replace("#", arguments.toString().strip()));
    }
  }
}
