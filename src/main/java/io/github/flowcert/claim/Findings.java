package io.github.flowcert.claim;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.linalg.Flat;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.MatrixProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;

/** What was found about a case, in words and numbers. */
final class Findings {
  /** Matrices with more entries than this are described by their size. */
  private static final int MOST_ENTRIES = 16;

  /** Below this logarithm a determinant is no normal double. */
  private static final double SMALLEST_LOGARITHM = -700;

  /** Singular values are told apart, and from 0, down to this. */
  private static final double ROUNDING = 1e-13;

  private Findings() {}

  static String size(CaseFacts facts) {
    return "the matrix is " + facts.problem().rows() + " by " + facts.problem().columns();
  }

  static String truth(CaseFacts facts) {
    return facts.problem().truth().isPresent()
        ? "the case draws it at random"
        : "of the matrix nothing is known but the observations";
  }

  static String observations(CaseFacts facts) {
    return facts
        .problem()
        .completion()
        .map(problem -> entries(facts, problem))
        .orElseGet(() -> otherObservations(facts));
  }

  private static String otherObservations(CaseFacts facts) {
    MatrixProblem problem = facts.problem();
    int count = problem.observations();
    String observations = count == 1 ? " observation" : " observations";
    return "the problem is " + problem.kind() + " with " + count + observations;
  }

  private static String entries(CaseFacts facts, MatrixCompletion problem) {
    if (problem.rows() * problem.columns() > MOST_ENTRIES) {
      return size(facts) + " with " + problem.observations() + " observed entries";
    }
    StringJoiner rows = new StringJoiner(", ", "the observations are ", "");
    for (int i = 0; i < problem.rows(); i++) {
      rows.add(row(problem, i));
    }
    return rows.toString();
  }

  static String balance(CaseFacts facts) {
    return facts.exactlyBalanced()
        ? "balanced exactly"
        : String.format(
            Locale.ROOT,
            "not balanced in exact arithmetic: unbalancedness is %.3g where the largest squared norm of a factor is %.3g",
            facts.unbalancedness(),
            facts.factorScale());
  }

  static String determinant(CaseFacts facts) {
    FlowState start = facts.initial();
    if (!start.isSquare()) {
      return size(facts) + " and has no determinant";
    }
    if (start.determinantSign() != 0 && start.logAbsDeterminant() < SMALLEST_LOGARITHM) {
      String sign = start.determinantSign() < 0 ? "-" : "";
      double decimal = start.logAbsDeterminant() / Math.log(10);
      return String.format(Locale.ROOT, "determinant is %s10^(%.2f)", sign, decimal);
    }
    double determinant = start.determinantSign() * Math.exp(start.logAbsDeterminant());
    return String.format(Locale.ROOT, "determinant is %.3g", determinant);
  }

  /**
   * The least distance of singular values at the start from one another and from 0, relative to the
   * largest; 0 where they are equal up to rounding.
   */
  static double singularGap(CaseFacts facts) {
    double[] logs = facts.initial().logSingularValues();
    double least = Math.exp(logs[logs.length - 1] - logs[0]);
    for (int r = 1; r < logs.length; r++) {
      least = Math.min(least, Math.exp(logs[r - 1] - logs[0]) - Math.exp(logs[r] - logs[0]));
    }
    return least > ROUNDING ? least : 0;
  }

  static String singularValues(CaseFacts facts) {
    return String.format(
        Locale.ROOT,
        "their least distance from one another and from 0 is %.3g of the largest",
        singularGap(facts));
  }

  static String norm(CaseFacts facts) {
    return facts.norm() == null ? "no norm is asked about" : "the norm is " + facts.norm().name();
  }

  static String distribution(CaseFacts facts) {
    CaseFacts.RandomStart start = facts.randomStart();
    if (start == null) {
      return "the start is given";
    }
    return start.words()
        + (start.redrawn() ? ", redrawn until the determinant has the sign asked for" : "");
  }

  static String start(CaseFacts facts) {
    double[] start = facts.initial().product();
    return start.length > MOST_ENTRIES
        ? String.format(Locale.ROOT, "the start has norm %.3g", Flat.norm(start))
        : "the start is " + Arrays.toString(start);
  }

  static String rank(CaseFacts facts) {
    return facts.problem() instanceof LeastSquares regression
        ? "X is taken to have rank " + regression.singularValues().values().size()
        : "there is no X";
  }

  static String identity(CaseFacts facts) {
    double scale = identityScale(facts.initial());
    if (scale > 0) {
      return "alpha is " + number(scale);
    }
    double[] product = facts.initial().product();
    return product.length > MOST_ENTRIES
        ? "W(0) is no such multiple"
        : "W(0) has the entries " + Arrays.toString(product);
  }

  /** The alpha in (0, 1] for which a matrix is exactly alpha times the identity; 0 for none. */
  static double identityScale(FlowState state) {
    double alpha = state.product()[0];
    double[] multiple = new double[state.product().length];
    for (int k = 0; k < Math.min(state.rows(), state.columns()); k++) {
      multiple[k * (state.columns() + 1)] = alpha;
    }
    boolean identical = state.isSquare() && Arrays.equals(multiple, state.product());
    return identical && alpha > 0 && alpha <= 1 ? alpha : 0;
  }

  static String determinantAndObservations(CaseFacts facts) {
    MatrixProblem problem = facts.problem();
    int sign = Observations.determinantSign(problem);
    String needed = sign == 0 ? "neither sign" : sign > 0 ? "a positive one" : "a negative one";
    return determinant(facts) + ", and " + observations(facts) + ", which need " + needed;
  }

  private static String row(MatrixCompletion problem, int i) {
    StringJoiner entries = new StringJoiner(", ", "[", "]");
    for (int j = 0; j < problem.columns(); j++) {
      int index = i * problem.columns() + j;
      entries.add(problem.isObserved(index) ? number(problem.value(index)) : "?");
    }
    return entries.toString();
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString(Math.round(value))
        : Double.toString(value);
  }
}
