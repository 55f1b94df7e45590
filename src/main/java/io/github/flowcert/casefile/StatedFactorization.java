package io.github.flowcert.casefile;

import io.github.flowcert.casefile.Case.Factorization;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * {@code factorization} as far as the file states it.
 *
 * @param depth L, at least 1
 * @param hidden the hidden dimensions, where they are given
 * @param least the least hidden dimension that does not limit the rank, min(d, d')
 * @param matrix what messages call that which has this size
 */
record StatedFactorization(int depth, Optional<List<Integer>> hidden, int least, String matrix) {
  private static final int MOST_FACTORS = 1000;
  private static final int WIDEST = 10_000;

  static StatedFactorization read(YamlNode node, MatrixProblem problem) throws InputException {
    YamlMap map =
        node.map("a map of depth and, if wanted, hidden").only(List.of("depth", "hidden"));
    int depth =
        Numbers.wholeUpTo(map.required("depth", "the number of factors, from 1 on"), MOST_FACTORS);
    int least = Math.min(problem.rows(), problem.columns());
    StatedFactorization stated =
        new StatedFactorization(depth, Optional.empty(), least, nameOf(problem));
    return map.optional("hidden", stated::withWidths, stated);
  }

  /** A single factor, where the problem leaves no choice. */
  static StatedFactorization none() {
    return new StatedFactorization(1, Optional.empty(), 1, "the parameters");
  }

  private static String nameOf(MatrixProblem problem) {
    return problem.completion().isPresent() ? "problem.observed" : "the problem's matrix";
  }

  private StatedFactorization withWidths(YamlNode node) throws InputException {
    return new StatedFactorization(depth, Optional.of(widths(node)), least, matrix);
  }

  private List<Integer> widths(YamlNode node) throws InputException {
    List<YamlNode> items = node.list("a list of depth - 1 hidden dimensions");
    if (items.size() != depth - 1) {
      throw node.problem(
          "found a list of "
              + items.size()
              + "; expected depth - 1 hidden dimensions, which is "
              + (depth - 1));
    }
    List<Integer> widths = new ArrayList<>();
    for (YamlNode item : items) {
      int width = Numbers.wholeUpTo(item, WIDEST);
      if (width < least) {
        throw item.problem(tooNarrow(width));
      }
      widths.add(width);
    }
    return List.copyOf(widths);
  }

  String tooNarrow(int width) {
    return "a hidden dimension of "
        + width
        + " limits the rank; expected at least "
        + least
        + ", the smaller side of "
        + matrix;
  }

  /** The whole factorization: as stated, else as the given factors have it, else the least. */
  Factorization completedBy(Initial initial) {
    return new Factorization(depth, hidden.orElseGet(() -> widthsOf(initial)));
  }

  private List<Integer> widthsOf(Initial initial) {
    if (initial instanceof Initial.Factors factors) {
      return factors.matrices().stream().limit(depth - 1L).map(List::size).toList();
    }
    return Collections.nCopies(depth - 1, least);
  }
}
