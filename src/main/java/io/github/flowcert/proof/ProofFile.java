package io.github.flowcert.proof;

import io.github.flowcert.expression.Statement;
import io.github.flowcert.expression.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * One published statement with its proof.
 *
 * @param name as in {@code razin-cohen/lemma-10}
 * @param about what it says, in plain words
 * @param source where it was published
 * @param variables real numbers of which it speaks, for all their values
 * @param definitions names for terms, each over the variables and earlier definitions
 * @param norms names for the values that one and the same norm or quasi-norm takes at matrices
 * @param assumptions what the statement assumes
 * @param witnesses values of the variables at which all that is assumed is true, so that it is seen
 *     to be possible
 * @param declared facts from the literature that are used and not checked
 * @param steps the displayed steps, in order
 * @param conclusions the statement itself, in one part or several
 * @param claims claims of the catalogue that it proves
 * @param trajectory which variables stand for the product matrix along the flow; empty for none
 * @param matrices what it says about matrices along the flow
 * @param path where it was read
 * @param text the text of the file
 */
public record ProofFile(
    String name,
    String about,
    Source source,
    List<String> variables,
    List<Definition> definitions,
    List<NormValue> norms,
    List<Assumption> assumptions,
    List<Map<String, BigFraction>> witnesses,
    List<Declared> declared,
    List<Step> steps,
    List<Step> conclusions,
    List<ClaimLink> claims,
    Optional<TrajectorySymbols> trajectory,
    MatrixSection matrices,
    Path path,
    String text) {

  /** Keeps the lists from changing. */
  public ProofFile {
    variables = List.copyOf(variables);
    definitions = List.copyOf(definitions);
    norms = List.copyOf(norms);
    assumptions = List.copyOf(assumptions);
    witnesses = List.copyOf(witnesses);
    declared = List.copyOf(declared);
    steps = List.copyOf(steps);
    conclusions = List.copyOf(conclusions);
    claims = List.copyOf(claims);
  }

  /** Where a statement was published. */
  public record Source(String paper, String place) {}

  /** A name and the term for which it stands. */
  public record Definition(String name, String text, Term term) {}

  /**
   * The value of the norm at a 2-by-2 matrix.
   *
   * @param entries w_11, w_12, w_21, w_22
   */
  public record NormValue(String name, List<Term> entries) {
    /** Keeps the list from changing. */
    public NormValue {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Variables that stand for the product matrix along the flow: its determinant, or its four
   * entries.
   *
   * @param now at any time
   * @param start at time 0
   */
  public record TrajectorySymbols(List<String> now, List<String> start) {
    /** Keeps the lists from changing. */
    public TrajectorySymbols {
      now = List.copyOf(now);
      start = List.copyOf(start);
    }
  }

  /** What the statement assumes. */
  public record Assumption(String id, String place, Statement statement) {}

  /** A fact from the literature, with where it stands there. */
  public record Declared(String id, Statement statement, String source) {}

  /**
   * A claim of the catalogue whose statement the conclusions are to imply.
   *
   * @param id the claim's identifier
   * @param from what it follows from; where empty, all definitions and conclusions
   * @param values what shows that definitions have values, beside those
   */
  public record ClaimLink(String id, List<String> from, List<String> values) {
    /** Keeps the lists from changing. */
    public ClaimLink {
      from = List.copyOf(from);
      values = List.copyOf(values);
    }
  }
}
