package io.github.flowcert.claim;

import io.github.flowcert.expression.Argument;
import io.github.flowcert.expression.Quantities;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.flow.ClosedForm;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.linalg.Flat;
import io.github.flowcert.norm.Matrix;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.problem.LeastSquares;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The quantities at one point of a flow of least squares: parameters, their distances, and what the
 * closed form says of them.
 *
 * @param state what is measured there
 * @param lossRate slope of the loss since the point of the dense output before this one; NaN at the
 *     first
 * @param setting what does not change along the trajectory
 * @param closed the closed form from the same start
 */
public record RegressionPoint(FlowState state, double lossRate, Setting setting, ClosedForm closed)
    implements Quantities {

  /** Quantities that only this kind of problem has, by their names without arguments. */
  static final Set<String> PECULIAR =
      Set.of(
          "beta",
          "betascale",
          "limitscale",
          "leastloss",
          "closedformgap",
          "nearestdistance",
          "leastnormdistance",
          "remaining");

  private static final Set<String> SHARED = Set.of("t", "loss", "lossrate", "reltol", "abstol");

  private static final String MISPLACED = "means nothing for the parameters of a regression";

  /** What can be said about the parameters of a problem. */
  static Vocabulary vocabulary(LeastSquares problem, Set<String> others) {
    Map<String, List<Argument>> ofMatrices =
        MatrixQuantities.calls(new Shape(problem.rows(), problem.columns()));
    Map<String, List<Argument>> calls = new HashMap<>();
    calls.put("beta", List.of(new Argument.Index(1, problem.rows())));
    calls.put("entrywise", ofMatrices.get("entrywise"));
    calls.put("norm", ofMatrices.get("norm"));
    Set<String> symbols = new HashSet<>(SHARED);
    PECULIAR.stream().filter(name -> !name.equals("beta")).forEach(symbols::add);
    Map<String, String> absent = new HashMap<>();
    others.stream()
        .filter(name -> !symbols.contains(name) && !calls.containsKey(name))
        .forEach(name -> absent.put(name, MISPLACED));
    return new Vocabulary(symbols, calls, absent);
  }

  @Override
  public double symbol(String name) {
    return switch (name) {
      case "t" -> state.time();
      case "loss" -> state.loss();
      case "lossrate" -> lossRate;
      case "reltol" -> setting.relativeTolerance();
      case "abstol" -> setting.absoluteTolerance();
      case "betascale" -> Math.max(Flat.norm(state.product()), Flat.norm(closed.start()));
      case "limitscale" -> Math.max(Flat.norm(closed.limit()), Flat.norm(closed.start()));
      case "leastloss" -> closed.leastLoss();
      case "closedformgap" -> distance(closed.at(state.time()));
      case "nearestdistance" -> distance(closed.limit());
      case "leastnormdistance" -> distance(closed.leastNorm());
      case "remaining" -> closed.remaining(state.time());
      default -> throw new IllegalArgumentException("no quantity '" + name + "'");
    };
  }

  private double distance(double[] from) {
    double[] difference = state.product().clone();
    for (int k = 0; k < difference.length; k++) {
      difference[k] -= from[k];
    }
    return Flat.norm(difference);
  }

  @Override
  public double call(String name, double[] arguments) {
    return name.equals("beta")
        ? state.product()[(int) arguments[0] - 1]
        : new MatrixQuantities(matrix()).call(name, arguments);
  }

  @Override
  public double callWithName(String name, String argument) {
    return new MatrixQuantities(matrix()).callWithName(name, argument);
  }

  private Matrix matrix() {
    Shape shape = new Shape(state.rows(), state.columns());
    return new Matrix(shape, state.product(), state::logSingularValues);
  }
}
