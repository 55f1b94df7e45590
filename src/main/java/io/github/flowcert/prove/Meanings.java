package io.github.flowcert.prove;

import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.claim.Hypothesis;
import io.github.flowcert.expression.Expression;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Statement;
import io.github.flowcert.expression.Term;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.kernel.Trajectory;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What hypotheses and quantities of claims mean in statements of proofs: {@code meanings.yaml}. A
 * proved fact is a claim's only if it supposes nothing else. What is wrong in that file is a
 * programming error.
 */
final class Meanings {
  private static final Vocabulary NAMES =
      Vocabulary.of(
          "w11", "w12", "w21", "w22", "det", "det0", "loss", "z", "zprime", "epsilon", "sigma1",
          "sigma2", "rho2", "h", "erank", "c", "nw", "n11", "n12", "n21", "n22");

  private final MeaningsFile file = MeaningsFile.read();
  private final Map<String, Term> readings = new LinkedHashMap<>();
  private final Map<String, List<Term>> norms = new LinkedHashMap<>();

  Meanings() {
    file.readings().forEach((name, reading) -> readings.put(name, term(reading.term())));
    file.norms()
        .forEach((name, entries) -> norms.put(name, entries.stream().map(this::term).toList()));
  }

  private Term term(String text) {
    try {
      return Expression.parse(text, NAMES).term();
    } catch (ExpressionException e) {
      throw new IllegalStateException(text, e);
    }
  }

  private static Formula formula(String text) {
    try {
      return Statement.parse(text, NAMES).formula();
    } catch (ExpressionException e) {
      throw new IllegalStateException(text, e);
    }
  }

  /** For what a quantity without brackets stands in proofs; empty where it has its own name. */
  Optional<Term> reading(String quantity) {
    return Optional.ofNullable(readings.get(quantity));
  }

  /** The fact from the literature by which a quantity is read so; empty where none is needed. */
  Optional<String> literature(String quantity) {
    return Optional.ofNullable(file.readings().get(quantity)).flatMap(MeaningsFile.Reading::by);
  }

  /** All that a proof of this claim may suppose. */
  Set<Formula> of(ClaimDefinition claim) {
    Set<String> supposed = supposed(claim);
    Set<Formula> allowed = new HashSet<>();
    supposed.stream()
        .flatMap(id -> file.hypotheses().getOrDefault(id, List.of()).stream())
        .forEach(text -> allowed.add(formula(text)));
    if (file.twoByTwo().stream().anyMatch(supposed::contains)) {
      file.means().forEach(text -> allowed.add(formula(text)));
    }
    return allowed;
  }

  /** Whether these variables may stand for the trajectory of this claim. */
  boolean isTrajectoryOf(ClaimDefinition claim, Trajectory trajectory) {
    Set<String> supposed = supposed(claim);
    return file.trajectories().stream()
        .filter(each -> supposed.containsAll(each.supposes()))
        .filter(each -> each.oneOf().stream().anyMatch(supposed::contains))
        .anyMatch(each -> new Trajectory(each.now(), each.start()).equals(trajectory));
  }

  /**
   * Whether names that a fact has for values of a norm mean the same in this claim.
   *
   * @param values the names that it mentions, with the entries of the matrices; none for a constant
   */
  boolean isNormOf(ClaimDefinition claim, Map<String, List<Term>> values) {
    return values.isEmpty()
        || (claim.perNorm()
            && file.twoByTwo().stream().anyMatch(supposed(claim)::contains)
            && values.entrySet().stream().allMatch(this::isMeant));
  }

  private boolean isMeant(Map.Entry<String, List<Term>> value) {
    return value.getValue().isEmpty()
        ? value.getKey().equals("c")
        : value.getValue().equals(norms.get(value.getKey()));
  }

  private static Set<String> supposed(ClaimDefinition claim) {
    Collection<Hypothesis> all = claim.hypotheses();
    return all.stream().map(Hypothesis::id).collect(Collectors.toSet());
  }
}
