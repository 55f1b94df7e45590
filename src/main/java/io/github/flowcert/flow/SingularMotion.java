package io.github.flowcert.flow;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.linalg.SingularValues;
import io.github.flowcert.problem.MatrixProblem;
import java.util.Collections;

/**
 * How singular values and singular vectors of a product matrix of balanced factors move at one
 * point, twice: from the equations of motion of the factors, eq. (4) of Arora et al. (2019), by
 * differentiating the decomposition; and by their Theorem 3, eq. (7), and Lemma 2, eq. (8) and (9),
 * where U stands for the transpose of U that is printed in the last line of (9).
 *
 * <p>With A = U^T G V and D = U^T W' V, the rotations U^T U' are {@code (D_rs sigma_s + sigma_r
 * D_sr) / (sigma_s^2 - sigma_r^2)} by the first, and {@code -(A_rs sigma_s + sigma_r A_sr) /
 * (sigma_s^(2/N) - sigma_r^(2/N))} by the second.
 */
public final class SingularMotion {
  private final int depth;
  private final int rank;
  private final double[] sigma;
  private final double[] pulledGradient;
  private final double[] pulledSlope;
  private final SingularSide left;
  private final SingularSide right;
  private final double slopeSize;
  private final double gradientSize;

  /**
   * The motion at a point.
   *
   * @param problem the problem
   * @param depth N, at least 1
   * @param product the product matrix W, flat
   * @param gradient the gradient G of the loss there, flat
   */
  public SingularMotion(MatrixProblem problem, int depth, double[] product, double[] gradient) {
    this(
        depth,
        SingularValues.of(product, problem.rows(), problem.columns()),
        gradient,
        slope(problem, depth, product, gradient));
  }

  /**
   * The motion of any matrix.
   *
   * @param svd the decomposition of W
   * @param slope W', flat
   */
  SingularMotion(int depth, SingularValues svd, double[] gradient, double[] slope) {
    int rows = svd.rows();
    int columns = svd.columns();
    this.depth = depth;
    this.rank = Math.min(rows, columns);
    this.sigma = svd.values();
    this.slopeSize = Math.sqrt(Flat.squaredNorm(slope));
    this.gradientSize = Math.sqrt(Flat.squaredNorm(gradient));
    double[] forth = Flat.transpose(gradient, rows, columns);
    double[] slopeForth = Flat.transpose(slope, rows, columns);
    this.left = new SingularSide(svd.left(), rows, gradient, slope, svd.right(), columns, rank);
    this.right = new SingularSide(svd.right(), columns, forth, slopeForth, svd.left(), rows, rank);
    this.pulledGradient = left.pulledGradient();
    this.pulledSlope = left.pulledSlope();
  }

  /** W' from the factors: the sum over l of {@code W_N .. W_l' .. W_1}. */
  private static double[] slope(
      MatrixProblem problem, int depth, double[] product, double[] gradient) {
    int width = Math.min(problem.rows(), problem.columns());
    Network network = new Network(problem, Collections.nCopies(depth - 1, width));
    Carry point = Starts.product(network, product);
    return new FactorProducts(network, point.factors(), gradient).productSlope();
  }

  /**
   * The largest difference of {@code sigma_r'} and the right side of eq. (7), relative to the
   * Frobenius norm of W'; 0 where nothing moves.
   */
  public double valueResidual() {
    double largest = 0;
    for (int r = 0; r < rank; r++) {
      double law = -depth * Math.pow(sigma[r], 2 - 2.0 / depth) * at(pulledGradient, r, r);
      largest = Math.max(largest, Math.abs(at(pulledSlope, r, r) - law));
    }
    return largest == 0 ? 0 : largest / slopeSize;
  }

  /**
   * The Frobenius norm of what U' and V' differ by from the right sides of eq. (8) and (9),
   * relative to the sum of the Frobenius norms of U', of V' and of W'/sigma_1; 0 where nothing
   * moves. Of meaning where singular values are distinct and not 0.
   */
  public double vectorResidual() {
    double difference = 0;
    for (int r = 0; r < rank; r++) {
      for (int s = 0; s < rank; s++) {
        double[] turns = turns(r, s);
        double[] laws = laws(r, s);
        difference += square(turns[0] - laws[0]) + square(turns[1] - laws[1]);
      }
      double speed = Math.pow(sigma[r], 1 - 2.0 / depth);
      difference += left.outsideDifference(r, sigma[r], speed);
      difference += right.outsideDifference(r, sigma[r], speed);
    }
    return difference == 0 ? 0 : Math.sqrt(difference) / (vectorSpeed() + slopeSize / sigma[0]);
  }

  /** The sum of the Frobenius norms of U' and V', from the motion of the factors. */
  private double vectorSpeed() {
    double ofLeft = 0;
    double ofRight = 0;
    for (int r = 0; r < rank; r++) {
      for (int s = 0; s < rank; s++) {
        double[] turns = turns(r, s);
        ofLeft += square(turns[0]);
        ofRight += square(turns[1]);
      }
      ofLeft += left.outsideSpeed(r, sigma[r]);
      ofRight += right.outsideSpeed(r, sigma[r]);
    }
    return Math.sqrt(ofLeft) + Math.sqrt(ofRight);
  }

  /** The entries (r, s) of U^T U' and V^T V', from the motion of the factors. */
  private double[] turns(int r, int s) {
    if (r == s) {
      return new double[2];
    }
    double rs = at(pulledSlope, r, s);
    double sr = at(pulledSlope, s, r);
    double gap = (sigma[s] - sigma[r]) * (sigma[s] + sigma[r]);
    return new double[] {
      (rs * sigma[s] + sigma[r] * sr) / gap, (sigma[r] * rs + sr * sigma[s]) / gap
    };
  }

  /** The same by eq. (8) and (9). */
  private double[] laws(int r, int s) {
    if (r == s) {
      return new double[2];
    }
    double rs = at(pulledGradient, r, s);
    double sr = at(pulledGradient, s, r);
    double gap = Math.pow(sigma[s], 2.0 / depth) - Math.pow(sigma[r], 2.0 / depth);
    return new double[] {
      -(rs * sigma[s] + sigma[r] * sr) / gap, -(sigma[r] * rs + sr * sigma[s]) / gap
    };
  }

  /**
   * The largest off-diagonal entry of U^T G V in absolute value, relative to the Frobenius norm of
   * G; 0 where G is 0.
   */
  public double misalignment() {
    double largest = 0;
    for (int r = 0; r < rank; r++) {
      for (int s = 0; s < rank; s++) {
        largest = Math.max(largest, r == s ? 0 : Math.abs(at(pulledGradient, r, s)));
      }
    }
    return largest == 0 ? 0 : largest / gradientSize;
  }

  /**
   * What the motion of the singular vectors allows {@link #misalignment} to be: by the proof of
   * Corollary 1, {@code A_rs = -(sigma_s (U^T U')_rs - sigma_r (V^T V')_rs) (sigma_s^(2/N) -
   * sigma_r^(2/N)) / (sigma_s^2 - sigma_r^2)}, here with absolute values of both parts. It is 0
   * where singular vectors are stationary.
   */
  public double alignmentBound() {
    double largest = 0;
    for (int r = 0; r < rank; r++) {
      for (int s = 0; s < rank; s++) {
        if (r != s) {
          double[] turns = turns(r, s);
          double motion = sigma[s] * Math.abs(turns[0]) + sigma[r] * Math.abs(turns[1]);
          double roots = Math.pow(sigma[s], 2.0 / depth) - Math.pow(sigma[r], 2.0 / depth);
          double squares = (sigma[s] - sigma[r]) * (sigma[s] + sigma[r]);
          largest = Math.max(largest, motion * roots / squares);
        }
      }
    }
    return largest == 0 ? 0 : largest / gradientSize;
  }

  /** The least distance of singular values from one another and from 0, relative to the largest. */
  public double gap() {
    double least = sigma[rank - 1];
    for (int r = 1; r < rank; r++) {
      least = Math.min(least, sigma[r - 1] - sigma[r]);
    }
    return least == 0 ? 0 : least / sigma[0];
  }

  private double at(double[] square, int r, int s) {
    return square[r * rank + s];
  }

  private static double square(double value) {
    return value * value;
  }
}
