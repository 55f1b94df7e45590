package io.github.flowcert.casefile;

import io.github.flowcert.casefile.ClaimRequest.Let;
import io.github.flowcert.norm.Matrix;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.problem.MatrixProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What can be claimed: the catalogue of claims, and the language of claims of the user's own.
 *
 * <p>A problem is said in one line: what is wrong, then, after a semicolon, what would be right.
 */
public interface ClaimVocabulary {

  /** Whether this identifies a claim of the catalogue, or a family such as {@code theorem-1}. */
  boolean knows(String id);

  /** Every identifier that is known, in the order in which people should read them. */
  List<String> identifiers();

  /**
   * What keeps this text from being a comparison about a problem that can be judged; empty where
   * nothing does. It may use these definitions.
   */
  Optional<String> problemWith(String expression, MatrixProblem problem, List<Let> let);

  /** The same for a condition on a point. */
  Optional<String> problemWithCondition(String condition, MatrixProblem problem, List<Let> let);

  /** The same for the expression of a definition, which may use earlier ones. */
  Optional<String> problemWithLet(String expression, MatrixProblem problem, List<Let> earlier);

  /** Whether this name means something already in claims about a problem. */
  boolean isTaken(String name, MatrixProblem problem);

  /** What keeps this text from being a function of a matrix; empty where nothing does. */
  Optional<String> problemWithNorm(String expression, Shape shape);

  /**
   * The function of a matrix that this text describes.
   *
   * @throws IllegalArgumentException if {@link #problemWithNorm} finds something
   */
  ToDoubleFunction<Matrix> norm(String expression, Shape shape);
}
