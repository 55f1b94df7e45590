package io.github.flowcert.casefile;

import io.github.flowcert.descent.DescentMethod;
import io.github.flowcert.descent.Precision;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.problem.MatrixProblem;
import java.nio.file.Path;
import java.util.List;

/**
 * A case as its file states it, checked and with defaults filled in.
 *
 * @param name unique name
 * @param about one line for people; empty where none is given
 * @param problem what the product matrix is fitted to
 * @param factorization depth and hidden dimensions
 * @param initial the start
 * @param flow how to integrate, how far, and where to sample
 * @param descent learning rates for a comparison; null where none are given
 * @param claims the claims, in the order of the file
 * @param norms the norms for the norm claims
 * @param enclosing whether claims are to be enclosed, and for which starts
 * @param source the file it came from
 */
public record Case(
    String name,
    String about,
    MatrixProblem problem,
    Factorization factorization,
    Initial initial,
    FlowOptions flow,
    Descent descent,
    List<ClaimRequest> claims,
    List<Norm> norms,
    Enclosing enclosing,
    Source source) {

  /** The same case from another start, integrated with these options. */
  public Case startingAt(Initial start, FlowOptions options) {
    return new Case(
        name,
        about,
        problem,
        factorization,
        start,
        options,
        descent,
        claims,
        norms,
        Enclosing.NOT,
        source);
  }

  /**
   * What a case says of enclosures.
   *
   * @param asked whether claims are to be judged in interval arithmetic too
   * @param radius half-width of the box around the start: around the entries of the product matrix,
   *     or of the factors where those are given
   */
  public record Enclosing(boolean asked, double radius) {

    /** No enclosure, and no box. */
    public static final Enclosing NOT = new Enclosing(false, 0);
  }

  /**
   * The deep matrix factorization of eq. (2).
   *
   * @param depth L, at least 1
   * @param hidden d_1 .. d_{L-1}, each at least min(d, d')
   */
  public record Factorization(int depth, List<Integer> hidden) {}

  /**
   * Gradient descent settings.
   *
   * @param learningRates positive step sizes
   * @param iterations most iterations of a run
   * @param method the variant of gradient descent; default plain
   * @param precision the numbers it computes in; default double
   * @param figure name of a figure that it shares with other cases; empty for none
   */
  public record Descent(
      List<Double> learningRates,
      long iterations,
      DescentMethod method,
      Precision precision,
      String figure) {}

  /**
   * A case file.
   *
   * @param path where it was read
   * @param text its text, to be embedded in the result
   */
  public record Source(Path path, String text) {}
}
