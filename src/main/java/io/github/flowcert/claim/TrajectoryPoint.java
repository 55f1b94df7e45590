package io.github.flowcert.claim;

import io.github.flowcert.expression.Quantities;
import io.github.flowcert.flow.BalancedSlopes;
import io.github.flowcert.flow.DepthGap;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.SingularMotion;
import io.github.flowcert.norm.Matrix;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.problem.MatrixSensing;

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
      case "lossslope" -> lossSlope();
      case "det" -> state.determinantSign() * Math.exp(state.logAbsDeterminant());
      case "logabsdet" -> state.logAbsDeterminant();
      case "detsign" -> state.determinantSign();
      case "erank" -> state.effectiveRank();
      case "balance" -> state.unbalancedness();
      case "factorscale" -> state.factorScale();
      default -> settingSymbol(name);
    };
  }

  /** Of factors that are not balanced the product matrix does not tell the slopes. */
  private double lossSlope() {
    int depth = setting.balancedDepth();
    return depth == 0 ? Double.NaN : BalancedSlopes.ofLoss(state, depth);
  }

  private double entrySlope(int i, int j) {
    int depth = setting.balancedDepth();
    return depth == 0
        ? Double.NaN
        : BalancedSlopes.ofProduct(state, depth)[(i - 1) * state.columns() + j - 1];
  }

  private double settingSymbol(String name) {
    return switch (name) {
      case "initialdetsign" -> setting.initialDeterminantSign();
      case "depthgap" -> depthGap();
      case "sigmaresidual", "vectorresidual", "misalignment", "alignmentbound", "singulargap" ->
          setting.balancedDepth() == 0 ? Double.NaN : ofMotion(name);
      case "reltol" -> setting.relativeTolerance();
      case "abstol" -> setting.absoluteTolerance();
      case "observations" -> setting.problem().observations();
      case "reconstruction" -> setting.truth().errorOf(state.product());
      case "minimalreconstruction" -> setting.truth().minimalError();
      case "normvalue" -> setting.norm().of(matrix());
      case "unitnorm" -> unitNorm(setting.problem().soleUnobserved());
      case "largestunitnorm" -> setting.norm().ofLargestUnitMatrix(shape());
      case "c" -> setting.norm().triangleConstant(shape());
      default -> problemSymbol(name, setting.problem());
    };
  }

  private double ofMotion(String name) {
    SingularMotion motion = state.motion(setting.problem(), setting.balancedDepth());
    return switch (name) {
      case "sigmaresidual" -> motion.valueResidual();
      case "vectorresidual" -> motion.vectorResidual();
      case "misalignment" -> motion.misalignment();
      case "alignmentbound" -> motion.alignmentBound();
      default -> motion.gap();
    };
  }

  private double depthGap() {
    int depth = setting.balancedDepth();
    return depth > 0 && setting.initial() != null && setting.problem() instanceof MatrixSensing one
        ? new DepthGap(one, depth, setting.initial().product()).residual(state.product())
        : Double.NaN;
  }

  private double unitNorm(int index) {
    int columns = state.columns();
    return setting.norm().ofUnitMatrix(shape(), index / columns + 1, index % columns + 1);
  }

  private double problemSymbol(String name, MatrixProblem problem) {
    return problem
        .completion()
        .map(completion -> completionSymbol(name, completion))
        .orElseThrow(() -> new IllegalArgumentException("no quantity '" + name + "'"));
  }

  private double completionSymbol(String name, MatrixCompletion problem) {
    int free = problem.soleUnobserved();
    return switch (name) {
      case "unobserved" -> state.product()[free];
      case "infimaldistance" -> state.distanceFromRank(problem.infimalRank());
      // In a 2-by-2 matrix, flat, these lie in the same row, the same column and diagonally
      // opposite.
      case "z" -> problem.value(free ^ 1);
      case "zprime" -> problem.value(free ^ 2);
      case "epsilon" -> problem.value(free ^ 3);
      default -> throw new IllegalArgumentException("no quantity '" + name + "'");
    };
  }

  @Override
  public double call(String name, double[] arguments) {
    double first = arguments[0];
    return switch (name) {
      case "wslope" -> entrySlope((int) first, (int) arguments[1]);
      case "residual" -> state.residual((int) first, (int) arguments[1]);
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
