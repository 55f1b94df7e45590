package io.github.flowcert.claim;

import io.github.flowcert.expression.Argument;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.MatrixProblem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The quantities that claims may mention; {@link TrajectoryPoint} has their values. */
final class ClaimVocabulary {
  private static final Set<String> ALWAYS =
      Set.of(
          "t",
          "loss",
          "lossrate",
          "lossslope",
          "erank",
          "balance",
          "factorscale",
          "sigmaresidual",
          "vectorresidual",
          "misalignment",
          "alignmentbound",
          "singulargap",
          "depthgap",
          "detsign",
          "initialdetsign",
          "reltol",
          "abstol",
          "observations");

  private static final Set<String> OF_TRUTH = Set.of("reconstruction", "minimalreconstruction");

  private static final Set<String> PER_NORM = Set.of("normvalue", "largestunitnorm", "c");

  private static final Set<String> SQUARE = Set.of("det", "logabsdet");

  /** Of problems with exactly one unobserved entry. */
  private static final Set<String> ONE_UNOBSERVED = Set.of("unobserved", "infimaldistance");

  /** Of 2-by-2 problems with exactly one unobserved entry: the observations of Theorem 2. */
  private static final Set<String> THREE_OBSERVED = Set.of("z", "zprime", "epsilon");

  /** Quantities that are the same whatever the start and the run. */
  static final Set<String> OF_PROBLEM = THREE_OBSERVED;

  /** Quantities that are the same at every point of a trajectory. */
  static final Set<String> CONSTANT =
      Set.of(
          "initialdetsign",
          "reltol",
          "abstol",
          "observations",
          "minimalreconstruction",
          "unitnorm",
          "largestunitnorm",
          "c",
          "z",
          "zprime",
          "epsilon",
          "limitscale",
          "leastloss");

  private final MatrixProblem problem;
  private final Set<String> symbols = new HashSet<>(ALWAYS);
  private final Map<String, String> absent = new HashMap<>();

  private ClaimVocabulary(MatrixProblem problem, boolean perNorm) {
    this.problem = problem;
    boolean square = problem.rows() == problem.columns();
    boolean oneUnobserved = problem.soleUnobserved() >= 0;
    boolean threeObserved = oneUnobserved && square && problem.rows() == 2;
    symbols.addAll(perNorm ? PER_NORM : Set.of());
    addIf(square, SQUARE, "needs a square matrix; this one is " + size());
    addIf(oneUnobserved, ONE_UNOBSERVED, "needs exactly one unobserved entry; " + unobserved());
    addIf(
        threeObserved,
        THREE_OBSERVED,
        "needs a 2-by-2 matrix with one unobserved entry; this one is " + size());
    symbols.addAll(oneUnobserved && perNorm ? Set.of("unitnorm") : Set.of());
    addIf(
        problem.truth().isPresent(),
        OF_TRUTH,
        "needs a ground truth; only that of a random problem is known");
    refuseResiduals();
    RegressionPoint.PECULIAR.forEach(
        name -> absent.put(name, "needs a problem of kind " + LeastSquares.KIND));
  }

  /**
   * What can be said about the product matrix of a problem.
   *
   * @param perNorm whether the claim is judged for one norm at a time
   */
  static Vocabulary of(MatrixProblem problem, boolean perNorm) {
    ClaimVocabulary words = new ClaimVocabulary(problem, perNorm);
    if (problem instanceof LeastSquares regression) {
      return RegressionPoint.vocabulary(regression, words.names());
    }
    return new Vocabulary(words.symbols, words.calls(), words.absent);
  }

  private Set<String> names() {
    Set<String> names = new HashSet<>(symbols);
    names.addAll(calls().keySet());
    names.addAll(absent.keySet());
    return names;
  }

  private void addIf(boolean there, Set<String> names, String otherwise) {
    if (there) {
      symbols.addAll(names);
    } else {
      names.forEach(name -> absent.put(name, otherwise));
    }
  }

  private String size() {
    return problem.rows() + " by " + problem.columns();
  }

  private String unobserved() {
    int entries = problem.rows() * problem.columns();
    return problem
        .completion()
        .map(completion -> "this problem has " + (entries - completion.observations()))
        .orElse("this problem is " + problem.kind());
  }

  private void refuseResiduals() {
    for (int k = 0; k < problem.rows() * problem.columns(); k++) {
      if (!isObserved(k)) {
        String entry = (k / problem.columns() + 1) + "," + (k % problem.columns() + 1);
        absent.put("residual(" + entry + ")", "needs an observed entry; this one is not");
      }
    }
  }

  private boolean isObserved(int entry) {
    return problem.completion().map(completion -> completion.isObserved(entry)).orElse(false);
  }

  private Map<String, List<Argument>> calls() {
    Shape shape = new Shape(problem.rows(), problem.columns());
    Map<String, List<Argument>> calls = new HashMap<>(MatrixQuantities.calls(shape));
    calls.put("residual", calls.get("w"));
    calls.put("wslope", calls.get("w"));
    calls.put("logsigma", calls.get("sigma"));
    calls.put("distance", List.of(new Argument.Index(0, shape.rank())));
    return calls;
  }
}
