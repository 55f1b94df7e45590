package io.github.flowcert.proof;

import io.github.flowcert.word.Alphabet;
import io.github.flowcert.word.Assertion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a proof says about matrices along the flow.
 *
 * @param square whether the product matrix is square
 * @param more letters beside those of the network, for any matrices
 * @param assumptions what the statement assumes of matrices
 * @param steps in order
 * @param conclusions the statement itself, as far as it is about matrices
 */
public record MatrixSection(
    boolean square,
    Map<String, Alphabet.Kind> more,
    List<MatrixAssumption> assumptions,
    List<MatrixStep> steps,
    List<MatrixStep> conclusions) {
  /** A file that says nothing about matrices. */
  static final MatrixSection NONE =
      new MatrixSection(true, Map.of(), List.of(), List.of(), List.of());

  /** Keeps the collections from changing. */
  public MatrixSection {
    more = new LinkedHashMap<>(more);
    assumptions = List.copyOf(assumptions);
    steps = List.copyOf(steps);
    conclusions = List.copyOf(conclusions);
  }

  /** What the statement assumes. */
  public record MatrixAssumption(String id, String place, String text, List<Assertion> says) {
    /** Keeps the list from changing. */
    public MatrixAssumption {
      says = List.copyOf(says);
    }
  }

  /**
   * A step about matrices.
   *
   * @param shown as documents show it
   * @param says what its text means
   * @param rule how it is to be checked
   * @param corrected what is put in its place where it is false as printed
   */
  public record MatrixStep(
      Step shown, List<Assertion> says, MatrixRule rule, Optional<MatrixStep> corrected) {
    /** Keeps the list from changing. */
    public MatrixStep {
      says = List.copyOf(says);
    }
  }
}
