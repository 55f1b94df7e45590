package io.github.flowcert.casefile;

import io.github.flowcert.casefile.Initial.DeterminantSign;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads {@code initial}, which must fit the problem and the factorization. */
final class InitialReader {
  private static final List<String> KINDS =
      List.of("identity", "balanced-gaussian", "gaussian", "product", "factors");
  private static final List<String> SCALED =
      List.of("kind", "scale", "radius", "seed", "determinant");

  private final MatrixProblem problem;
  private final StatedFactorization factorization;

  InitialReader(MatrixProblem problem, StatedFactorization factorization) {
    this.problem = problem;
    this.factorization = factorization;
  }

  Initial read(YamlNode node) throws InputException {
    YamlMap initial = node.map("a map of kind and what belongs to the kind");
    String kind =
        initial
            .required("kind", "one of " + String.join(", ", KINDS))
            .choice(word -> Optional.of(word).filter(KINDS::contains), KINDS);
    Initial read =
        switch (kind) {
          case "product" -> product(initial.only(List.of("kind", "radius", "product")));
          case "factors" -> factors(initial.only(List.of("kind", "radius", "factors")));
          default -> scaled(kind, initial.only(SCALED));
        };
    return read;
  }

  /** The half-width of the box around the start; 0 where there is none. */
  static double radius(YamlNode node) throws InputException {
    return node.map("a map of kind and what belongs to the kind")
        .optional("radius", Numbers::nonNegative, 0.0);
  }

  private Initial scaled(String kind, YamlMap initial) throws InputException {
    double scale = Numbers.positive(initial.required("scale", "a number above 0"));
    DeterminantSign sign = initial.optional("determinant", this::sign, DeterminantSign.ANY);
    if (kind.equals("identity")) {
      return identity(initial, scale, sign);
    }
    long seed = Numbers.anyLong(initial.required("seed", "a whole number for the random start"));
    return kind.equals("gaussian")
        ? new Initial.Gaussian(scale, seed, sign)
        : new Initial.BalancedGaussian(scale, seed, sign);
  }

  /** A seed may stand here too, so that only the kind need change to make the start random. */
  private static Initial identity(YamlMap initial, double scale, DeterminantSign sign)
      throws InputException {
    initial.optional("seed", Numbers::anyLong, 0L);
    if (sign == DeterminantSign.NEGATIVE) {
      throw initial
          .required("determinant", "positive")
          .problem("the identity has determinant 1; expected positive, or another kind of start");
    }
    return new Initial.Identity(scale);
  }

  private DeterminantSign sign(YamlNode node) throws InputException {
    DeterminantSign sign =
        node.choice(
            word ->
                switch (word) {
                  case "positive" -> Optional.of(DeterminantSign.POSITIVE);
                  case "negative" -> Optional.of(DeterminantSign.NEGATIVE);
                  default -> Optional.empty();
                },
            List.of("positive", "negative"));
    if (problem.rows() != problem.columns()) {
      throw node.problem(
          "a " + size() + " matrix has no determinant; expected no such key, or a square matrix");
    }
    return sign;
  }

  private Initial product(YamlMap initial) throws InputException {
    YamlNode node = initial.required("product", "the rows of a " + size() + " matrix");
    List<List<Double>> matrix = Matrices.read(node);
    if (matrix.size() != problem.rows() || matrix.get(0).size() != problem.columns()) {
      throw node.problem(
          "found a "
              + Matrices.size(matrix)
              + " matrix; expected "
              + size()
              + ", the size of "
              + factorization.matrix());
    }
    return new Initial.Product(matrix);
  }

  private Initial factors(YamlMap initial) throws InputException {
    YamlNode node = initial.required("factors", "a list of matrices, W_1 first");
    return new FactorsReader(problem, factorization).read(node);
  }

  private String size() {
    return problem.rows() + "-by-" + problem.columns();
  }
}
