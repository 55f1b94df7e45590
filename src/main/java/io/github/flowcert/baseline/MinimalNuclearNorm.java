package io.github.flowcert.baseline;

import io.github.flowcert.linalg.Flat;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.DefaultRealMatrixChangingVisitor;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * The solution of linear equations for a matrix that has minimal nuclear norm, by Douglas and
 * Rachford's splitting, over-relaxed: from Z the solution X nearest to it, the matrix P that has
 * the singular values of 2X - Z less gamma, and Z + 1.6 (P - X) next. What Z lacks of a solution,
 * over gamma, gives the multipliers of the dual problem; at the limit X = P, and the gap is 0.
 *
 * @param matrix the solution, flat, row by row; unique only where the problem says so
 * @param certificate how near to the minimum its norm is
 * @param iterations steps of the method
 */
public record MinimalNuclearNorm(double[] matrix, NuclearCertificate certificate, int iterations) {
  private static final double RELAXATION = 1.6;
  private static final double FIRST_GAMMA = 0.3;
  private static final int FIRST_CHECK = 20;

  /** A check takes as long as some steps: the next one comes after this share of the steps done. */
  private static final double NEXT_CHECK = 0.2;

  /** Changes of gamma end here, so that the method converges. */
  private static final int LAST_CHANGE = 1000;

  private static final double CHANGE = 0.6;
  private static final double OUT_OF_BALANCE = 2;

  /**
   * Looks for the minimum.
   *
   * @param gap relative duality gap at which to stop
   * @param iterations at most so many steps; the certificate says how far they led
   */
  public static MinimalNuclearNorm of(LinearConstraints constraints, double gap, int iterations) {
    return new Splitting(constraints).run(gap, iterations);
  }

  /** The method's state. */
  private static final class Splitting {
    private final LinearConstraints constraints;
    private double[] point;
    private double[] before;
    private double gamma;
    private MinimalNuclearNorm best;

    Splitting(LinearConstraints constraints) {
      this.constraints = constraints;
      this.point = constraints.nearest(new double[constraints.rows() * constraints.columns()]);
      this.before = point;
      this.gamma = FIRST_GAMMA * decomposed(point).getNorm();
    }

    MinimalNuclearNorm run(double gap, int iterations) {
      if (gamma == 0) {
        double[] none = constraints.correction(point);
        return new MinimalNuclearNorm(
            point, NuclearCertificate.of(constraints, point, none), /* iterations= */ 0);
      }
      int check = FIRST_CHECK;
      for (int k = 1; k <= iterations; k++) {
        double[] solution = constraints.nearest(point);
        double[] shrunk = shrunk(reflected(solution));
        boolean now = k == check || k == iterations;
        if (now) {
          check = k + Math.max(FIRST_CHECK, (int) (NEXT_CHECK * k));
          look(solution, k);
          if (best.certificate.shows(gap)) {
            return best;
          }
        }
        double factor = now && k <= LAST_CHANGE ? change(solution, shrunk) : 1;
        advance(solution, shrunk);
        rescale(factor);
        before = shrunk;
      }
      return best;
    }

    private void look(double[] solution, int iteration) {
      double[] multipliers = constraints.correction(point);
      for (int i = 0; i < multipliers.length; i++) {
        multipliers[i] /= gamma;
      }
      NuclearCertificate found = NuclearCertificate.of(constraints, solution, multipliers);
      if (best == null || found.gap() < best.certificate.gap()) {
        best = new MinimalNuclearNorm(solution, found, iteration);
      }
    }

    private double[] reflected(double[] solution) {
      double[] reflected = new double[solution.length];
      for (int k = 0; k < reflected.length; k++) {
        reflected[k] = 2 * solution[k] - point[k];
      }
      return reflected;
    }

    private void advance(double[] solution, double[] shrunk) {
      double[] next = new double[point.length];
      for (int k = 0; k < next.length; k++) {
        next[k] = point[k] + RELAXATION * (shrunk[k] - solution[k]);
      }
      point = next;
    }

    /** Keeps the multipliers while gamma changes. */
    private void rescale(double factor) {
      if (factor == 1) {
        return;
      }
      double[] lack = constraints.combination(constraints.correction(point));
      double[] next = new double[point.length];
      for (int k = 0; k < next.length; k++) {
        next[k] = point[k] + (1 - factor) * lack[k];
      }
      point = next;
      gamma *= factor;
    }

    /** Brings what the primal and what the dual problem lack to one size. */
    private double change(double[] solution, double[] shrunk) {
      double[] lack = constraints.combination(constraints.correction(point));
      double primal = distance(solution, shrunk) / length(solution);
      double dual = distance(shrunk, before) / Math.max(length(lack), Double.MIN_NORMAL);
      if (primal > OUT_OF_BALANCE * dual) {
        return CHANGE;
      }
      return dual > OUT_OF_BALANCE * primal ? 1 / CHANGE : 1;
    }

    private static double distance(double[] one, double[] other) {
      double sum = 0;
      for (int k = 0; k < one.length; k++) {
        sum += (one[k] - other[k]) * (one[k] - other[k]);
      }
      return Math.sqrt(sum);
    }

    private static double length(double[] matrix) {
      return Math.sqrt(Flat.squaredNorm(matrix));
    }

    private SingularValueDecomposition decomposed(double[] matrix) {
      RealMatrix rows = new Array2DRowRealMatrix(constraints.rows(), constraints.columns());
      rows.walkInOptimizedOrder(
          new DefaultRealMatrixChangingVisitor() {
            @Override
            public double visit(int row, int column, double value) {
              return matrix[row * constraints.columns() + column];
            }
          });
      return new SingularValueDecomposition(rows);
    }

    /** Every singular value less gamma, those below it 0. */
    private double[] shrunk(double[] matrix) {
      SingularValueDecomposition svd = decomposed(matrix);
      double[] values = svd.getSingularValues();
      double[] out = new double[matrix.length];
      int columns = constraints.columns();
      for (int r = 0; r < values.length && values[r] > gamma; r++) {
        double[] left = svd.getU().getColumn(r);
        double[] right = svd.getV().getColumn(r);
        for (int k = 0; k < out.length; k++) {
          out[k] += (values[r] - gamma) * left[k / columns] * right[k % columns];
        }
      }
      return out;
    }
  }
}
