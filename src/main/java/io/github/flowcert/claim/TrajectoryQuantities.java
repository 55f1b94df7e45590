package io.github.flowcert.claim;

import io.github.flowcert.expression.Quantities;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.norm.Entrywise;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.norm.Schatten;

/**
 * The quantities of expressions at one point of a trajectory.
 *
 * @param state the point
 * @param previous the point of the dense output before it; null at the start
 * @param context what does not change along the trajectory
 */
public record TrajectoryQuantities(FlowState state, FlowState previous, Context context)
    implements Quantities {

  /**
   * What does not change along a trajectory.
   *
   * @param initialDeterminantSign sign of the determinant at t = 0
   * @param relative relative tolerance of the integration
   * @param absolute absolute tolerance of the integration
   * @param norm the norm a claim is judged for; null where it is about none
   */
  public record Context(int initialDeterminantSign, double relative, double absolute, Norm norm) {}

  @Override
  public double symbol(String name) {
    return switch (name) {
      case "t" -> state.time();
      case "loss" -> state.loss();
      case "det" -> state.determinantSign() * Math.exp(state.logAbsDeterminant());
      case "logabsdet" -> state.logAbsDeterminant();
      case "detsign" -> state.determinantSign();
      case "initialdetsign" -> context.initialDeterminantSign();
      case "erank" -> state.effectiveRank();
      case "balance" -> state.unbalancedness();
      case "factorscale" -> state.factorScale();
      case "lossrate" -> lossRate();
      case "reltol" -> context.relative();
      case "abstol" -> context.absolute();
      case "normvalue" -> value(context.norm());
      case "unitnorm" -> context.norm().ofUnitMatrix();
      case "c" -> context.norm().triangleConstant();
      default -> throw new IllegalArgumentException("no quantity " + name);
    };
  }

  /** Slope of the loss from the point before; NaN where there is none. */
  private double lossRate() {
    return previous == null
        ? Double.NaN
        : (state.loss() - previous.loss()) / (state.time() - previous.time());
  }

  private double value(Norm norm) {
    return norm.of(state.product(), state.logSingularValues());
  }

  @Override
  public double call(String name, double[] arguments) {
    int first = (int) arguments[0];
    return switch (name) {
      case "w" -> state.entry(first, (int) arguments[1]);
      case "sigma" -> Math.exp(state.logSingularValues()[first - 1]);
      case "logsigma" -> state.logSingularValues()[first - 1];
      case "distance" -> state.distanceFromRank(first);
      case "schatten" -> value(new Schatten("", arguments[0]));
      case "entrywise" -> value(new Entrywise("", arguments[0]));
      default -> throw new IllegalArgumentException("no quantity " + name);
    };
  }

  @Override
  public double callWithName(String name, String argument) {
    return switch (argument) {
      case "frobenius" -> value(new Schatten(argument, 2));
      case "nuclear" -> value(new Schatten(argument, 1));
      case "spectral" -> value(new Schatten(argument, Double.POSITIVE_INFINITY));
      default -> throw new IllegalArgumentException("no norm " + argument);
    };
  }
}
