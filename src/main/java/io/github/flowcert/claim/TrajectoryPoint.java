package io.github.flowcert.claim;

import io.github.flowcert.expression.Quantities;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.norm.Matrix;
import io.github.flowcert.norm.Shape;

/**
 * The quantities at one point of a trajectory; {@link ClaimVocabulary} lists them.
 *
 * @param state what is measured there
 * @param lossRate slope of the loss between the point of the dense output before this one and this
 *     one; NaN at the first
 * @param setting what does not change along the trajectory
 */
public record TrajectoryPoint(FlowState state, double lossRate, Setting setting)
    implements Quantities {

  @Override
  public double symbol(String name) {
    return switch (name) {
      case "t" -> state.time();
      case "loss" -> state.loss();
      case "lossrate" -> lossRate;
      case "det" -> state.determinantSign() * Math.exp(state.logAbsDeterminant());
      case "logabsdet" -> state.logAbsDeterminant();
      case "detsign" -> state.determinantSign();
      case "erank" -> state.effectiveRank();
      case "balance" -> state.unbalancedness();
      case "factorscale" -> state.factorScale();
      default -> settingSymbol(name);
    };
  }

  private double settingSymbol(String name) {
    return switch (name) {
      case "initialdetsign" -> setting.initialDeterminantSign();
      case "reltol" -> setting.relativeTolerance();
      case "abstol" -> setting.absoluteTolerance();
      case "normvalue" -> setting.norm().of(matrix());
      case "unitnorm" -> setting.norm().ofUnitMatrix(shape(), 1, 1);
      case "c" -> setting.norm().triangleConstant(shape());
      default -> throw new IllegalArgumentException("no quantity '" + name + "'");
    };
  }

  @Override
  public double call(String name, double[] arguments) {
    double first = arguments[0];
    return switch (name) {
      case "logsigma" -> state.logSingularValues()[(int) first - 1];
      case "distance" -> state.distanceFromRank((int) first);
      default -> new MatrixQuantities(matrix()).call(name, arguments);
    };
  }

  @Override
  public double callWithName(String name, String argument) {
    return new MatrixQuantities(matrix()).callWithName(name, argument);
  }

  private Shape shape() {
    return new Shape(state.rows(), state.columns());
  }

  private Matrix matrix() {
    return new Matrix(shape(), state.product(), state::logSingularValues);
  }
}
