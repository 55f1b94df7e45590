package io.github.flowcert.claim;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.problem.MatrixProblem;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * What hypotheses are checked against.
 *
 * @param depth number of factors L
 * @param hidden d_1 .. d_{L-1}
 * @param problem what the product matrix is fitted to
 * @param initial the start
 * @param unbalancedness largest Frobenius norm of W_{l+1}^T W_{l+1} - W_l W_l^T over the initial
 *     factors
 * @param factorScale largest squared Frobenius norm of an initial factor
 * @param exactlyBalanced whether the start is balanced in exact arithmetic
 * @param randomStart the distribution from which the start was drawn; null where nothing is random
 * @param norm the norm for which a claim about norms is judged; null for other claims
 */
public record CaseFacts(
    int depth,
    List<Integer> hidden,
    MatrixProblem problem,
    FlowState initial,
    double unbalancedness,
    double factorScale,
    boolean exactlyBalanced,
    RandomStart randomStart,
    Norm norm) {

  /** Keeps the list from changing. */
  public CaseFacts {
    hidden = List.copyOf(hidden);
  }

  /** A start that is not random, and a claim that is not about norms. */
  public CaseFacts(
      int depth,
      List<Integer> hidden,
      MatrixProblem problem,
      FlowState initial,
      double unbalancedness,
      double factorScale,
      boolean exactlyBalanced) {
    this(
        depth,
        hidden,
        problem,
        initial,
        unbalancedness,
        factorScale,
        exactlyBalanced,
        /* randomStart= */ null,
        /* norm= */ null);
  }

  /**
   * The distribution of a random start.
   *
   * @param words what is drawn, in words
   * @param redrawn whether draws are repeated until the determinant has a sign asked for
   * @param seed the seed
   * @param signs the signs of the determinants of product matrices drawn one after the other
   */
  public record RandomStart(
      String words, boolean redrawn, long seed, Supplier<IntSupplier> signs) {}

  /** The facts for a claim about a norm, or (null) about none. */
  public CaseFacts about(Norm of) {
    return new CaseFacts(
        depth,
        hidden,
        problem,
        initial,
        unbalancedness,
        factorScale,
        exactlyBalanced,
        randomStart,
        of);
  }

  /** The facts with the distribution from which the start was drawn. */
  public CaseFacts drawnFrom(RandomStart distribution) {
    return new CaseFacts(
        depth,
        hidden,
        problem,
        initial,
        unbalancedness,
        factorScale,
        exactlyBalanced,
        distribution,
        norm);
  }
}
