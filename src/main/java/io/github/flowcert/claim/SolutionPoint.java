package io.github.flowcert.claim;

import io.github.flowcert.expression.Argument;
import io.github.flowcert.expression.Quantities;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.flow.SolutionState;
import io.github.flowcert.norm.Schatten;
import io.github.flowcert.problem.MatrixProblem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The quantities at a solution W_x: those of any matrix, as at a point of a trajectory, and what is
 * peculiar to the line of solutions. Slopes are derivatives by |x|.
 *
 * @param state what is measured there
 * @param zero the solution W_0
 * @param setting what does not change along the line
 */
public record SolutionPoint(SolutionState state, SolutionState zero, Setting setting)
    implements Quantities {

  private static final Set<String> OF_TRAJECTORIES =
      Set.of(
          "t",
          "loss",
          "lossrate",
          "lossslope",
          "wslope",
          "balance",
          "factorscale",
          "sigmaresidual",
          "vectorresidual",
          "misalignment",
          "alignmentbound",
          "singulargap",
          "depthgap",
          "initialdetsign",
          "reltol",
          "abstol",
          "observations",
          "reconstruction",
          "minimalreconstruction",
          "residual",
          "unobserved");

  private static final String MISPLACED = "means nothing along the solutions";

  /** What can be said about the solutions of a problem. */
  static Vocabulary vocabulary(MatrixProblem problem, boolean perNorm) {
    Vocabulary matrix = ClaimVocabulary.of(problem, perNorm);
    Set<String> symbols = new HashSet<>(matrix.symbols());
    symbols.addAll(Set.of("x", "erankslope"));
    symbols.addAll(perNorm ? Set.of("zeronorm", "normslope") : Set.of());
    symbols.removeAll(OF_TRAJECTORIES);
    int rank = Math.min(problem.rows(), problem.columns());
    Map<String, List<Argument>> calls = new HashMap<>(matrix.calls());
    calls.put("sigmaslope", List.of(new Argument.Index(1, rank)));
    calls.put("distanceslope", List.of(new Argument.Index(0, rank)));
    calls.keySet().removeAll(OF_TRAJECTORIES);
    Map<String, String> absent = new HashMap<>(matrix.absent());
    OF_TRAJECTORIES.forEach(name -> absent.put(name, MISPLACED));
    return new Vocabulary(symbols, calls, absent);
  }

  @Override
  public double symbol(String name) {
    return switch (name) {
      case "x" -> state.x();
      case "zeronorm" -> ofMatrix(zero).symbol("normvalue");
      // Of other norms there is no slope to be had from the singular values.
      case "normslope" ->
          setting.norm() instanceof Schatten norm ? state.schattenSlope(norm.p()) : Double.NaN;
      case "erankslope" -> state.effectiveRankSlope();
      default -> ofMatrix(state).symbol(name);
    };
  }

  @Override
  public double call(String name, double[] arguments) {
    return switch (name) {
      case "sigmaslope" -> state.slopes()[(int) arguments[0] - 1];
      case "distanceslope" -> state.distanceSlope((int) arguments[0]);
      default -> ofMatrix(state).call(name, arguments);
    };
  }

  @Override
  public double callWithName(String name, String argument) {
    return ofMatrix(state).callWithName(name, argument);
  }

  private Quantities ofMatrix(SolutionState solution) {
    return new TrajectoryPoint(solution.state(), Double.NaN, setting);
  }
}
