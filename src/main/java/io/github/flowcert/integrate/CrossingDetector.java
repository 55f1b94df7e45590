package io.github.flowcert.integrate;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;

/**
 * Fires where a function of the state changes sign; 0 counts as negative. Times run from 1e-10 to
 * 1e30 here, so the root is located to a relative accuracy, never to an absolute one.
 *
 * @param function the function whose sign is watched
 * @param action what to do at a crossing
 */
public record CrossingDetector(
    ToDoubleFunction<ODEStateAndDerivative> function,
    Function<ODEStateAndDerivative, Action> action)
    implements ODEEventDetector {
  private static final double RELATIVE = 1e-14;
  private static final double SMALLEST = 1e-300;
  private static final int ORDER = 5;
  private static final int MAX_ITERATIONS = 200;

  @Override
  public AdaptableInterval getMaxCheckInterval() {
    return (state, forward) -> Double.POSITIVE_INFINITY;
  }

  @Override
  public int getMaxIterationCount() {
    return MAX_ITERATIONS;
  }

  @Override
  public BracketedUnivariateSolver<UnivariateFunction> getSolver() {
    return new BracketingNthOrderBrentSolver(RELATIVE, SMALLEST, SMALLEST, ORDER);
  }

  @Override
  public ODEEventHandler getHandler() {
    return (state, detector, increasing) -> action.apply(state);
  }

  @Override
  public double g(ODEStateAndDerivative state) {
    double value = function.applyAsDouble(state);
    // The library walks over zeros one double of time after the other; near the start, where a loss
    // stands still in its digits, these are millions. What is reached counts as crossed.
    return value == 0 ? -Double.MIN_NORMAL : value;
  }
}
