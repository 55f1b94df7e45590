package io.github.flowcert.claim;

import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.problem.MatrixProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The claims that ship with the program. Its files are read when first asked for, and expressions
 * only when a claim is compiled.
 */
public final class Catalogue {
  private static final List<String> FILES =
      List.of(
          "razin-cohen-2020.yaml",
          "razin-cohen-2020-theorem-2.yaml",
          "razin-cohen-2020-appendix-a.yaml",
          "razin-cohen-2020-propositions.yaml",
          "arora-2019.yaml",
          "wang-chowdhury-2024.yaml",
          "arora-et-al-2019-figures.yaml");

  private CatalogueFile contents;

  /**
   * The claims of that identifier: one, or the members of a family such as {@code theorem-1}; none
   * where there is no such claim.
   */
  public List<ClaimDefinition> resolve(String id) {
    List<String> members = contents().families().getOrDefault(id, List.of(id));
    Map<String, ClaimDefinition> claims = contents().claims();
    return members.stream().filter(claims::containsKey).map(claims::get).toList();
  }

  /** Identifiers of claims and families, in the order of the files, families last. */
  public List<String> identifiers() {
    List<String> all = new ArrayList<>(contents().claims().keySet());
    all.addAll(contents().families().keySet());
    return List.copyOf(all);
  }

  /** What is wrong with a claim about a problem, in a line; empty if nothing is. */
  public static Optional<String> problemWith(ClaimDefinition definition, MatrixProblem problem) {
    try {
      CompiledClaim.of(definition, problem);
      return Optional.empty();
    } catch (ExpressionException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * The name of a definition of a claim that stands for no finite number, as {@code 1/0}; empty if
   * there is none, or none that the problem alone tells.
   *
   * @throws IllegalArgumentException if {@link #problemWith} finds something
   */
  public static Optional<String> withoutValue(ClaimDefinition definition, MatrixProblem problem) {
    try {
      return CompiledClaim.of(definition, problem).withoutValue(problem);
    } catch (ExpressionException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Whether a name means something already in a user's claims about a problem. */
  public static boolean isTaken(String name, MatrixProblem problem) {
    return ClaimVocabulary.of(problem, false).isTaken(name);
  }

  private synchronized CatalogueFile contents() {
    if (contents == null) {
      contents = FILES.stream().map(CatalogueFile::read).reduce(CatalogueFile::and).orElseThrow();
    }
    return contents;
  }
}
