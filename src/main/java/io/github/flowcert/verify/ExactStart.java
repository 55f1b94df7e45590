package io.github.flowcert.verify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.Initial;
import io.github.flowcert.claim.CaseFacts;
import io.github.flowcert.claim.Hypothesis;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.problem.MatrixProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether a case meets hypotheses exactly: for the decimals of its file, and for every start of its
 * box, in exact or interval arithmetic. Where that cannot be told, it does not.
 */
final class ExactStart {
  /** Expanding a determinant takes a time that grows like the factorial of the size. */
  private static final int LARGEST = 6;

  private final Case from;
  private final StartingPoint start;
  private final CaseFacts facts;
  private final Decimals decimals;
  private final Optional<Integer> sign;

  ExactStart(Case from, StartingPoint start, CaseFacts facts) {
    this.from = from;
    this.start = start;
    this.facts = facts;
    this.decimals = new Decimals(from.source().text());
    this.sign = product().flatMap(ExactStart::sign);
  }

  /** Whether the hypothesis is met exactly by every start of the case. */
  boolean meets(Hypothesis hypothesis) {
    return hypothesis.check(facts).holds()
        && switch (hypothesis) {
          case DEPTH_AT_LEAST_2,
              DEPTH_2,
              DEPTH_AT_LEAST_3,
              SQUARE,
              TWO_BY_TWO,
              LEAST_SQUARES,
              RANK_KNOWN,
              FACTORIZATION ->
              true;
          case OBSERVATIONS_EQUATION_6 -> decimals.isExactly(0) && decimals.isExactly(1);
          // Proofs have the unobserved entry at (1,1).
          case OBSERVATIONS_EQUATION_11 -> facts.problem().soleUnobserved() == 0;
          case BALANCED_START -> isBalanced();
          case DETERMINANT_POSITIVE, DETERMINANT_NONZERO, DETERMINANT_SIGN_THEOREM_2 ->
              sign.isPresent() && sign.get() == facts.initial().determinantSign();
          case OBSERVATIONS_EQUATION_18,
              ONE_UNOBSERVED,
              KNOWN_TRUTH,
              SCHATTEN_NORM,
              RANDOM_START,
              ZERO_START,
              SCALED_IDENTITY_START,
              DISTINCT_SINGULAR_VALUES,
              SINGLE_MEASUREMENT,
              STATIONARY_SINGULAR_VECTORS,
              SYMMETRIC_MEASUREMENTS,
              COMMUTING_MEASUREMENTS,
              POSITIVE_SOLUTION,
              FREE_TILT,
              LEADING_DETERMINANT_POSITIVE ->
              false;
        };
  }

  /** Other kinds are the balanced factors of a product matrix by construction. */
  private boolean isBalanced() {
    if (!(from.initial() instanceof Initial.Factors given)) {
      return facts.exactlyBalanced();
    }
    // The doubles are known to be balanced; are the decimals?
    return facts.exactlyBalanced()
        && given.matrices().stream()
            .flatMap(List::stream)
            .flatMap(List::stream)
            .allMatch(decimals::isExactly);
  }

  /** The initial product matrices of all starts; empty where they are not known. */
  private Optional<Interval[][]> product() {
    MatrixProblem problem = from.problem();
    int size = problem.rows();
    if (size != problem.columns() || size > LARGEST) {
      return Optional.empty();
    }
    if (from.initial() instanceof Initial.Gaussian) {
      return Optional.empty();
    }
    if (from.initial() instanceof Initial.Factors factors) {
      return Optional.of(
          factors.matrices().stream().map(this::read).reduce((w, next) -> times(next, w)).get());
    }
    Interval half = decimals.around(from.enclosing().radius());
    Interval box = Interval.of(-half.upper(), half.upper());
    Interval[][] centre = centre(size);
    for (Interval[] row : centre) {
      Arrays.setAll(row, j -> half.upper() > 0 ? row[j].plus(box) : row[j]);
    }
    return Optional.of(centre);
  }

  private Interval[][] centre(int size) {
    if (from.initial() instanceof Initial.Product product) {
      return read(product.matrix());
    }
    // What is drawn at random is drawn as doubles; of the identity's multiple the decimal counts.
    boolean identity = from.initial() instanceof Initial.Identity;
    Interval[][] centre = new Interval[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double entry = start.point().product()[i * size + j];
        centre[i][j] = identity && i == j ? decimals.around(entry) : Interval.of(entry);
      }
    }
    return centre;
  }

  private Interval[][] read(List<List<Double>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(decimals::around).toArray(Interval[]::new))
        .toArray(Interval[][]::new);
  }

  private static Interval[][] times(Interval[][] one, Interval[][] other) {
    Interval[][] product = new Interval[one.length][other[0].length];
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < other[0].length; j++) {
        Interval sum = Interval.ZERO;
        for (int k = 0; k < other.length; k++) {
          sum = sum.plus(one[i][k].times(other[k][j]));
        }
        product[i][j] = sum;
      }
    }
    return product;
  }

  /** The sign of the determinants of these matrices; empty where it is not the same for all. */
  private static Optional<Integer> sign(Interval[][] matrix) {
    Interval determinant = determinant(matrix);
    if (determinant.lower() > 0) {
      return Optional.of(1);
    }
    return determinant.upper() < 0 ? Optional.of(-1) : Optional.empty();
  }

  private static Interval determinant(Interval[][] matrix) {
    if (matrix.length == 1) {
      return matrix[0][0];
    }
    Interval sum = Interval.ZERO;
    for (int j = 0; j < matrix.length; j++) {
      Interval part = matrix[0][j].times(determinant(minor(matrix, j)));
      sum = j % 2 == 0 ? sum.plus(part) : sum.minus(part);
    }
    return sum;
  }

  private static Interval[][] minor(Interval[][] matrix, int column) {
    List<Interval[]> rows = new ArrayList<>();
    for (int i = 1; i < matrix.length; i++) {
      List<Interval> row = new ArrayList<>(Arrays.asList(matrix[i]));
      row.remove(column);
      rows.add(row.toArray(Interval[]::new));
    }
    return rows.toArray(Interval[][]::new);
  }
}
