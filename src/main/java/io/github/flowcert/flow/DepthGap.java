package io.github.flowcert.flow;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.linalg.SingularValues;
import io.github.flowcert.problem.MatrixSensing;

/**
 * Sensing with a single measurement matrix A from a start W(0) that has the singular vectors of A,
 * which then stay: eq. (10) and (11) of Arora et al. (2019). With the signed singular values {@code
 * s_r = u_r^T W v_r} and {@code a_r = u_r^T A v_r}, and alpha = a_r/a_q for the q of the largest
 * |a_q|, eq. (11) says that these do not change:
 *
 * <ul>
 *   <li>{@code s_r - alpha s_q} for depth 1,
 *   <li>{@code ln s_r - alpha ln s_q} for depth 2,
 *   <li>{@code s_r^(-(N-2)/N) - alpha s_q^(-(N-2)/N)} for depth N of 3 or more.
 * </ul>
 */
public final class DepthGap {
  /** Irrational, so that singular values of the mixture of A and W(0) are apart where they can. */
  private static final double SHARE = (Math.sqrt(5) - 1) / 2;

  private final int depth;
  private final int rows;
  private final int columns;
  private final int rank;
  private final SingularValues basis;
  private final double[] measured;
  private final double[] start;
  private final double[] initial;
  private final double[] matrix;

  /**
   * The relations for a start.
   *
   * @param problem a problem with one measurement
   * @param depth N, at least 1
   * @param initial W(0), flat
   */
  public DepthGap(MatrixSensing problem, int depth, double[] initial) {
    this.depth = depth;
    this.rows = problem.rows();
    this.columns = problem.columns();
    this.rank = Math.min(rows, columns);
    this.initial = initial;
    this.matrix = problem.matrix(0);
    double ofInitial = Math.sqrt(Flat.squaredNorm(initial));
    double ofMatrix = Math.sqrt(Flat.squaredNorm(matrix));
    double[] mixture = new double[initial.length];
    for (int k = 0; k < mixture.length; k++) {
      double share = ofInitial == 0 ? 0 : initial[k] / ofInitial;
      mixture[k] = share + SHARE * matrix[k] / ofMatrix;
    }
    this.basis = SingularValues.of(mixture, rows, columns);
    this.start = diagonal(initial);
    this.measured = diagonal(matrix);
  }

  /**
   * By how much W(0) and A are not diagonal in one pair of bases: the larger Frobenius norm of what
   * is off the diagonal, relative to that of the matrix.
   */
  public double offDiagonal() {
    return Math.max(offDiagonal(initial, start), offDiagonal(matrix, measured));
  }

  private double offDiagonal(double[] whole, double[] diagonal) {
    double[] rest = whole.clone();
    for (int k = 0; k < rest.length; k++) {
      int i = k / columns;
      int j = k % columns;
      for (int r = 0; r < rank; r++) {
        rest[k] -= basis.left()[i * rank + r] * diagonal[r] * basis.right()[j * rank + r];
      }
    }
    double size = Flat.squaredNorm(whole);
    return size == 0 ? 0 : Math.sqrt(Flat.squaredNorm(rest) / size);
  }

  /** The numbers u_r^T M v_r. */
  private double[] diagonal(double[] of) {
    double[] diagonal = new double[rank];
    for (int r = 0; r < rank; r++) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          diagonal[r] +=
              basis.left()[i * rank + r] * of[i * columns + j] * basis.right()[j * rank + r];
        }
      }
    }
    return diagonal;
  }

  /**
   * The largest change of what eq. (11) keeps: relative to the larger of its two terms at the start
   * and now, where these are powers; in logarithms as it is. Singular values that start at 0 are
   * left out, which at depth 2 or more stay there.
   *
   * @param product W, flat
   */
  public double residual(double[] product) {
    double[] now = diagonal(product);
    int q = reference();
    double largest = 0;
    for (int r = 0; r < rank; r++) {
      if (r != q && (depth == 1 || start[r] != 0)) {
        largest = Math.max(largest, residual(now, r, q));
      }
    }
    return largest;
  }

  private int reference() {
    int best = -1;
    for (int r = 0; r < rank; r++) {
      boolean moves = depth == 1 || start[r] != 0;
      if (moves && (best < 0 || Math.abs(measured[r]) > Math.abs(measured[best]))) {
        best = r;
      }
    }
    return best;
  }

  private double residual(double[] now, int r, int q) {
    // Both signs of a pair of singular vectors give one s: with s > 0, the sign moves into a.
    double alpha = measured[r] * sign(r) / (measured[q] * sign(q));
    double before = kept(start[r] * sign(r)) - alpha * kept(start[q] * sign(q));
    double after = kept(now[r] * sign(r)) - alpha * kept(now[q] * sign(q));
    return Math.abs(after - before) / scale(now, alpha, r, q);
  }

  private double scale(double[] now, double alpha, int r, int q) {
    if (depth == 2) {
      return 1;
    }
    double before = Math.abs(kept(start[r] * sign(r))) + Math.abs(alpha * kept(start[q] * sign(q)));
    double after = Math.abs(kept(now[r] * sign(r))) + Math.abs(alpha * kept(now[q] * sign(q)));
    return Math.max(before, after);
  }

  private double sign(int r) {
    return depth > 1 && start[r] < 0 ? -1 : 1;
  }

  private double kept(double value) {
    return switch (depth) {
      case 1 -> value;
      case 2 -> Math.log(value);
      default -> Math.pow(value, -(depth - 2.0) / depth);
    };
  }
}
