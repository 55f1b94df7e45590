package io.github.flowcert.casefile;

import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.RandomCompletion;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.List;

/** Reads {@code problem} of kind matrix-completion: entries inline, random, or ratings. */
final class CompletionReader {
  private static final int LARGEST_SIDE = 1_000_000;

  /** Matrices are flat arrays. */
  private static final double LARGEST = Integer.MAX_VALUE - 8.0;

  private CompletionReader() {}

  static MatrixCompletion read(YamlMap problem) throws InputException {
    if (problem.has("random")) {
      problem.only(List.of("kind", "random"));
      return random(problem.required("random", "a map of size, rank, observed and seed"));
    }
    if (problem.has("movielens")) {
      problem.only(List.of("kind", "movielens"));
      return RatingsReader.read(problem.required("movielens", "the path of a file u.data"));
    }
    problem.only(List.of("kind", "observed", "random", "movielens"));
    return observed(problem.required("observed", "the rows of the matrix, '?' where unobserved"));
  }

  private static MatrixCompletion observed(YamlNode node) throws InputException {
    List<List<YamlNode>> rows = Matrices.rows(node);
    Double[][] entries = new Double[rows.size()][rows.get(0).size()];
    for (int i = 0; i < entries.length; i++) {
      for (int j = 0; j < entries[i].length; j++) {
        entries[i][j] = entry(rows.get(i).get(j));
      }
    }
    MatrixCompletion problem = MatrixCompletion.of(entries);
    if (problem.observations() == 0) {
      throw node.problem("no entry is observed; expected at least one number");
    }
    return problem;
  }

  /** The number that stands here; null for the mark of an unobserved entry. */
  private static Double entry(YamlNode node) throws InputException {
    if (node.isText() && node.text("a mark").equals("?")) {
      return null;
    }
    return Numbers.finite(node, "a finite number, or '?' in quotes");
  }

  private static MatrixCompletion random(YamlNode node) throws InputException {
    YamlMap random =
        node.map("a map of size, rank, observed and seed")
            .only(List.of("size", "rank", "observed", "seed"));
    YamlNode size = random.required("size", "[rows, columns]");
    List<YamlNode> sides = size.list("[rows, columns]");
    if (sides.size() != 2) {
      throw size.found("[rows, columns]");
    }
    int rows = Numbers.wholeUpTo(sides.get(0), LARGEST_SIDE);
    int columns = Numbers.wholeUpTo(sides.get(1), LARGEST_SIDE);
    refuseTooLarge(size, rows, columns);
    int most = Math.min(rows, columns);
    int rank = Numbers.wholeUpTo(random.required("rank", "the rank of the matrix"), most);
    int observed =
        Numbers.wholeUpTo(random.required("observed", "how many entries"), rows * columns);
    long seed = Numbers.anyLong(random.required("seed", "a whole number"));
    return RandomCompletion.of(rows, columns, rank, observed, seed);
  }

  /** Refuses a matrix that no flat array holds, or for which there is not memory enough. */
  static void refuseTooLarge(YamlNode node, int rows, int columns) throws InputException {
    double entries = (double) rows * columns;
    String what = "a " + rows + "-by-" + columns + " matrix has ";
    Memory.refuse(node, what, entries);
    if (entries > LARGEST) {
      throw node.problem(
          String.format("%s%.0f entries; expected at most %.0f", what, entries, LARGEST));
    }
  }
}
