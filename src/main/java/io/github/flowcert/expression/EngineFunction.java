package io.github.flowcert.expression;

import java.util.Optional;
import org.matheclipse.core.convert.AST2Expr;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.ExprEvaluator;
import org.matheclipse.core.eval.interfaces.IFunctionEvaluator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A function that only Symja's engine can evaluate. Nothing else here touches the engine, whose
 * first use takes a second.
 */
final class EngineFunction implements NumericFunction {
  private final String name;
  private final ISymbol symbol;
  private final int[] arity;
  private final ExprEvaluator evaluator;

  private EngineFunction(String name, ISymbol symbol, ExprEvaluator evaluator) {
    this.name = name;
    this.symbol = symbol;
    this.arity = arity(symbol);
    this.evaluator = evaluator;
  }

  /** Symja's numeric function of that name in lower case, if there is one. */
  static Optional<NumericFunction> named(String name) {
    F.initSymbols();
    String spelling = AST2Expr.PREDEFINED_SYMBOLS_MAP.get(name);
    if (spelling == null) {
      return Optional.empty();
    }
    EvalEngine engine = new EvalEngine(true);
    engine.setQuietMode(true);
    ExprEvaluator evaluator = new ExprEvaluator(engine, true, (short) 0);
    ISymbol symbol = F.symbol(name, engine);
    return symbol.isNumericFunctionAttribute()
        ? Optional.of(new EngineFunction(name, symbol, evaluator))
        : Optional.empty();
  }

  @Override
  public String functionName() {
    return name;
  }

  @Override
  public int least() {
    return arity[0];
  }

  @Override
  public int most() {
    return arity[1];
  }

  /** Synchronized because Symja's evaluator is not safe to share between threads. */
  @Override
  public synchronized double apply(double[] arguments) {
    IExpr[] numbers = new IExpr[arguments.length];
    for (int k = 0; k < numbers.length; k++) {
      if (Double.isNaN(arguments[k])) {
        return Double.NaN;
      }
      numbers[k] = F.num(arguments[k]);
    }
    return evaluator.evalf(F.ast(numbers, symbol));
  }

  private static int[] arity(ISymbol symbol) {
    int[] expected = null;
    if (symbol instanceof IBuiltInSymbol builtIn
        && builtIn.getEvaluator() instanceof IFunctionEvaluator function) {
      expected = function.expectedArgSize(F.ast(symbol));
    }
    return expected == null ? new int[] {0, Integer.MAX_VALUE} : expected;
  }
}
