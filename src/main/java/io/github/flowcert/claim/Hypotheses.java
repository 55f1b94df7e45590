package io.github.flowcert.claim;

import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.result.ClaimResult.Hypothesis;
import java.util.Locale;

/** What claims demand of a case, and whether it is so. */
public final class Hypotheses {
  private static final double ROUNDING = 16 * 0x1p-52;

  private Hypotheses() {}

  /**
   * Checks a hypothesis.
   *
   * @param id its identifier in the catalogue
   * @throws IllegalArgumentException if there is none of that identifier
   */
  public static Hypothesis check(String id, CaseFacts facts) {
    return switch (id) {
      case "depth-at-least-2" -> depth(id, facts);
      case "square" -> square(id, facts);
      case "observations-equation-6" -> observations(id, facts);
      case "balanced-start" -> balanced(id, facts);
      case "determinant-positive" -> determinant(id, facts, true);
      case "determinant-nonzero" -> determinant(id, facts, false);
      default -> throw new IllegalArgumentException("no hypothesis " + id);
    };
  }

  private static Hypothesis depth(String id, CaseFacts facts) {
    int depth = facts.network().depth();
    return new Hypothesis(id, "depth at least 2", depth >= 2, "the depth is " + depth);
  }

  private static Hypothesis square(String id, CaseFacts facts) {
    MatrixCompletion problem = facts.network().problem();
    String size = problem.rows() + "-by-" + problem.columns();
    return new Hypothesis(
        id,
        "a square product matrix",
        problem.rows() == problem.columns(),
        "the product matrix is " + size);
  }

  private static Hypothesis observations(String id, CaseFacts facts) {
    MatrixCompletion wanted = MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.0}});
    boolean holds = wanted.equals(facts.network().problem());
    return new Hypothesis(
        id,
        "the observations of eq. (6): [[?, 1], [1, 0]]",
        holds,
        holds ? "they are observed" : "other entries or values are observed");
  }

  private static Hypothesis balanced(String id, CaseFacts facts) {
    double found = facts.initial().unbalancedness();
    double scale = facts.initial().factorScale();
    boolean holds = facts.balancedByConstruction() || found <= ROUNDING * scale;
    String value =
        facts.balancedByConstruction()
            ? "balanced by construction"
            : String.format(
                Locale.ROOT,
                "unbalancedness %.3g against largest squared factor norm %.3g",
                found,
                scale);
    return new Hypothesis(id, "balanced initial factors, eq. (5)", holds, value);
  }

  private static Hypothesis determinant(String id, CaseFacts facts, boolean positive) {
    int sign = facts.initial().determinantSign();
    boolean holds = positive ? sign > 0 : sign != 0;
    double size = facts.initial().logAbsDeterminant();
    String value =
        String.format(Locale.ROOT, "the initial determinant is %.6g", sign * Math.exp(size));
    if (!facts.initial().isSquare()) {
      value = "the product matrix is not square";
    } else if (sign == 0) {
      value = "the initial determinant is 0";
    }
    return new Hypothesis(
        id, "a" + (positive ? " positive" : " nonzero") + " initial determinant", holds, value);
  }
}
