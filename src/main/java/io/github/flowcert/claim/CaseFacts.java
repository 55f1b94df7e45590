package io.github.flowcert.claim;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.problem.MatrixCompletion;
import java.util.List;

/**
 * What hypotheses are checked against.
 *
 * @param depth number of factors L
 * @param hidden d_1 .. d_{L-1}
 * @param problem what is to be completed
 * @param initial the start
 * @param unbalancedness largest Frobenius norm of W_{l+1}^T W_{l+1} - W_l W_l^T over the initial
 *     factors
 * @param factorScale largest squared Frobenius norm of an initial factor
 * @param exactlyBalanced whether the start is balanced in exact arithmetic
 */
public record CaseFacts(
    int depth,
    List<Integer> hidden,
    MatrixCompletion problem,
    FlowState initial,
    double unbalancedness,
    double factorScale,
    boolean exactlyBalanced) {

  /** Keeps the list from changing. */
  public CaseFacts {
    hidden = List.copyOf(hidden);
  }
}
