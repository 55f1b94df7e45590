package io.github.flowcert.casefile;

import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.RandomCompletion;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the ratings of MovieLens 100K, all of them or some drawn at random: a row of the matrix for
 * each user, a column for each item, up to the largest numbers in the file.
 */
final class RatingsReader {
  private static final String EXPECTED = "the path of a file u.data, or a map of file, observed";

  private RatingsReader() {}

  static MatrixCompletion read(YamlNode node) throws InputException {
    if (!node.isMap()) {
      return all(node, file(node)).problem();
    }
    YamlMap map = node.map(EXPECTED).only(List.of("file", "observed", "seed"));
    YamlNode name = map.required("file", "the path of a file u.data");
    Ratings ratings = all(name, file(name));
    int most = ratings.places.length;
    if (!map.has("observed")) {
      map.only(List.of("file"));
      return ratings.problem();
    }
    int observed = Numbers.wholeUpTo(map.required("observed", "how many ratings"), most);
    long seed = Numbers.anyLong(map.required("seed", "a whole number for the draw"));
    return ratings.some(RandomCompletion.sample(most, observed, seed)).problem();
  }

  /** Ratings at different flat places of a matrix. */
  private record Ratings(int rows, int columns, int[] places, double[] values) {

    MatrixCompletion problem() {
      return MatrixCompletion.of(rows, columns, places, values);
    }

    Ratings some(int[] which) {
      return new Ratings(
          rows,
          columns,
          Arrays.stream(which).map(k -> places[k]).toArray(),
          Arrays.stream(which).mapToDouble(k -> values[k]).toArray());
    }
  }

  private static Path file(YamlNode node) throws InputException {
    Path folder = node.file().toAbsolutePath().getParent();
    return folder.resolve(node.text(EXPECTED)).normalize();
  }

  private static Ratings all(YamlNode node, Path file) throws InputException {
    List<RatingsFile.Rating> ratings;
    try {
      ratings = RatingsFile.read(file);
    } catch (IOException e) {
      throw node.problem(
          "cannot read " + file + " (" + e.getMessage() + "); expected the file u.data");
    }
    int rows = ratings.stream().mapToInt(RatingsFile.Rating::user).max().orElse(0);
    int columns = ratings.stream().mapToInt(RatingsFile.Rating::item).max().orElse(0);
    CompletionReader.refuseTooLarge(node, rows, columns);
    return new Ratings(
        rows,
        columns,
        ratings.stream().mapToInt(each -> (each.user() - 1) * columns + each.item() - 1).toArray(),
        ratings.stream().mapToDouble(RatingsFile.Rating::value).toArray());
  }
}
