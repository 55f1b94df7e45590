package io.github.flowcert.algebra;

import io.github.flowcert.expression.Term;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.ExprEvaluator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** Symbolic computation. Each instance has an engine of its own; for one thread. */
public final class Algebra {
  private final ExprEvaluator evaluator;

  /** Starts the engine, which takes a second or two the first time. */
  public Algebra() {
    F.initSymbols();
    EvalEngine engine = new EvalEngine(true);
    engine.setQuietMode(true);
    evaluator = new ExprEvaluator(engine, true, (short) 0);
  }

  /** Whether the difference of two terms reduces to zero. */
  public boolean reducesToZero(Term left, Term right) {
    String difference = "(" + SymjaText.of(left) + ")-(" + SymjaText.of(right) + ")";
    // Simplify gives up where this succeeds.
    IExpr reduced = evaluator.eval("Together(Expand(" + difference + "))");
    return reduced.isZero()
        || evaluator.eval("Expand(Numerator(Together(" + difference + ")))").isZero();
  }
}
