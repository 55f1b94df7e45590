package io.github.flowcert.result;

import java.util.List;

/**
 * How near the flow of a problem comes to the matrix that was observed, and what the solution of
 * minimal nuclear norm makes of the same observations.
 *
 * @param observations how many there were
 * @param flow the product matrix at the end of the trusted run
 * @param minimal the solution of minimal nuclear norm
 * @param minimalGap relative duality gap: its nuclear norm exceeds the minimum by no more than this
 *     share of it
 * @param truth the ground truth
 * @param evolution the flow's largest singular values on the way there
 */
public record Recovery(
    int observations,
    Matrix flow,
    Matrix minimal,
    double minimalGap,
    Matrix truth,
    List<Moment> evolution) {

  /** Keeps the list from changing. */
  public Recovery {
    evolution = List.copyOf(evolution);
  }

  /**
   * The product matrix at a time.
   *
   * @param singularValues the largest ones, the largest first
   */
  public record Moment(double time, List<Double> singularValues) {

    /** Keeps the list from changing. */
    public Moment {
      singularValues = List.copyOf(singularValues);
    }
  }

  /**
   * A matrix in numbers.
   *
   * @param error its Frobenius distance to the ground truth, over the norm of the ground truth
   * @param nuclearNorm sum of its singular values
   * @param effectiveRank exponential of the entropy of its normalised singular values; null for 0
   */
  public record Matrix(double error, double nuclearNorm, Double effectiveRank) {}
}
