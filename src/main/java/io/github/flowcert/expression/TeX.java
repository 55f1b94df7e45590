package io.github.flowcert.expression;

import org.matheclipse.core.convert.AST2Expr;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.form.tex.TeXFormFactory;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Expressions typeset by Symja's TeX form, as they were written: nothing is evaluated. Starts
 * Symja's engine, which takes a second.
 */
public final class TeX {
  private TeX() {}

  /**
   * The TeX of an expression, a comparison or a condition.
   *
   * @throws ExpressionException if the text is not in Symja's syntax
   */
  public static String of(String text) throws ExpressionException {
    F.initSymbols();
    IExpr tree = new AST2Expr(true, new EvalEngine(true)).convert(Syntax.parse(text));
    StringBuilder tex = new StringBuilder();
    new TeXFormFactory().convert(tex, tree, 0);
    return tex.toString().strip();
  }
}
