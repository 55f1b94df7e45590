package io.github.flowcert.flow;

import io.github.flowcert.problem.MatrixProblem;
import java.util.List;

/**
 * A deep matrix factorization for a problem, eq. (2) and (3) of Razin and Cohen's preprint: {@code
 * W = W_L .. W_1} with W_l of d_l rows and d_{l-1} columns, d_L = d, d_0 = d'.
 *
 * @param problem what the product matrix is fitted to
 * @param hidden hidden dimensions d_1 .. d_{L-1}; the depth L is one more than their number
 */
public record Network(MatrixProblem problem, List<Integer> hidden) {

  /** Number of factors L. */
  public int depth() {
    return hidden.size() + 1;
  }

  /** d_l for l = 0 .. L. */
  public int width(int l) {
    if (l == 0) {
      return problem.columns();
    }
    return l == depth() ? problem.rows() : hidden.get(l - 1);
  }

  /** Number of entries of the factors together. */
  public int parameters() {
    int sum = 0;
    for (int l = 1; l <= depth(); l++) {
      sum += width(l) * width(l - 1);
    }
    return sum;
  }

  /** min(d, d'), the number of singular values of the product matrix. */
  public int rank() {
    return Math.min(problem.rows(), problem.columns());
  }
}
