package io.github.flowcert.problem;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Completion of a d-by-d' matrix from some of its entries: the loss of eq. (1) of Razin and Cohen's
 * preprint, half the sum of squared residuals over the observed entries.
 *
 * <p>Immutable. Matrices are flat and row by row; indices start at 0.
 */
public final class MatrixCompletion implements MatrixProblem {
  /** In case files. */
  public static final String KIND = "matrix-completion";

  private final int rows;
  private final int columns;
  private final boolean[] observed;
  private final double[] values;

  /** Null where it is not known. */
  private final double[] truth;

  /** Computed when first asked for, always to the same value. */
  private volatile int infimalRank = -1;

  private MatrixCompletion(
      int rows, int columns, boolean[] observed, double[] values, double[] truth) {
    this.rows = rows;
    this.columns = columns;
    this.observed = observed;
    this.values = values;
    this.truth = truth;
  }

  /**
   * The problem with these entries observed.
   *
   * @param entries rows of the matrix; null is an unobserved entry
   * @throws IllegalArgumentException if the rows are empty or ragged, or an entry is not finite
   */
  public static MatrixCompletion of(Double[][] entries) {
    int rows = entries.length;
    int columns = rows == 0 ? 0 : entries[0].length;
    if (columns == 0) {
      throw new IllegalArgumentException("a matrix to complete needs at least one entry");
    }
    boolean[] observed = new boolean[rows * columns];
    double[] values = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      if (entries[i].length != columns) {
        throw new IllegalArgumentException("row " + (i + 1) + " has another length than row 1");
      }
      for (int j = 0; j < columns; j++) {
        Double entry = entries[i][j];
        if (entry != null && !Double.isFinite(entry)) {
          throw new IllegalArgumentException("entry " + entry + " is not finite");
        }
        observed[i * columns + j] = entry != null;
        values[i * columns + j] = entry == null ? 0 : entry;
      }
    }
    return new MatrixCompletion(rows, columns, observed, values, /* truth= */ null);
  }

  /**
   * The problem with some entries observed.
   *
   * @param places flat indices of the observed entries, all different
   * @param observations what was observed there, in the same order
   * @throws IllegalArgumentException if there are not as many of both, or one is not finite
   */
  public static MatrixCompletion of(int rows, int columns, int[] places, double[] observations) {
    if (places.length != observations.length
        || !Arrays.stream(observations).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a finite number is needed for each place");
    }
    boolean[] observed = new boolean[rows * columns];
    double[] values = new double[rows * columns];
    for (int k = 0; k < places.length; k++) {
      observed[places[k]] = true;
      values[places[k]] = observations[k];
    }
    return new MatrixCompletion(rows, columns, observed, values, /* truth= */ null);
  }

  /**
   * Some entries of a matrix that is known, and kept to be compared with.
   *
   * @param matrix the ground truth, flat, row by row
   * @param places flat indices of the observed entries, all different
   */
  public static MatrixCompletion ofTruth(int rows, int columns, double[] matrix, int[] places) {
    double[] observations = Arrays.stream(places).mapToDouble(k -> matrix[k]).toArray();
    MatrixCompletion problem = of(rows, columns, places, observations);
    return new MatrixCompletion(
        rows, columns, problem.observed, problem.values, /* truth= */ matrix.clone());
  }

  /** The ground truth, flat, row by row, where it is known: nobody may write to it. */
  @Override
  public Optional<double[]> truth() {
    return Optional.ofNullable(truth);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  /** Whether the entry at this flat index is observed. */
  public boolean isObserved(int index) {
    return observed[index];
  }

  /** The observed value at this flat index; 0 where the entry is not observed. */
  public double value(int index) {
    return values[index];
  }

  /** Number of observed entries. */
  @Override
  public int observations() {
    int count = 0;
    for (boolean each : observed) {
      count += each ? 1 : 0;
    }
    return count;
  }

  /** Flat index of the only unobserved entry, or -1 where there is none or more than one. */
  @Override
  public int soleUnobserved() {
    int found = -1;
    for (int k = 0; k < observed.length; k++) {
      if (!observed[k]) {
        if (found >= 0) {
          return -1;
        }
        found = k;
      }
    }
    return found;
  }

  /**
   * The infimal rank of the solution set (Definition 2 of the preprint) of a problem with one
   * unobserved entry: the least rank that solutions come arbitrarily near to. With C the matrix
   * without the row and the column of that entry it is the rank of C, if the rest of that row lies
   * in the row space of C and the rest of that column in its column space, and one more otherwise.
   * In exact arithmetic.
   *
   * @throws IllegalStateException if there is not exactly one unobserved entry
   */
  public int infimalRank() {
    if (infimalRank < 0) {
      int free = soleUnobserved();
      if (free < 0) {
        throw new IllegalStateException("the infimal rank is known for one unobserved entry alone");
      }
      infimalRank = infimalRank(free / columns, free % columns);
    }
    return infimalRank;
  }

  private int infimalRank(int row, int column) {
    int rest = ExactRank.of(without(row, column));
    boolean spanned =
        ExactRank.of(without(-1, column)) == rest && ExactRank.of(without(row, -1)) == rest;
    return spanned ? rest : rest + 1;
  }

  /** The observed values without a row and a column; -1 leaves none out. */
  private double[][] without(int row, int column) {
    return IntStream.range(0, rows)
        .filter(i -> i != row)
        .mapToObj(
            i ->
                IntStream.range(0, columns)
                    .filter(j -> j != column)
                    .mapToDouble(j -> values[i * columns + j])
                    .toArray())
        .toArray(double[][]::new);
  }

  /**
   * The gradient of the loss, which on observed entries is the residual w - b and elsewhere 0.
   *
   * @param product the matrix W, flat, d d' entries
   * @param gradient receives the gradient
   */
  @Override
  public void gradient(double[] product, double[] gradient) {
    for (int k = 0; k < observed.length; k++) {
      gradient[k] = observed[k] ? product[k] - values[k] : 0;
    }
  }

  /** The loss of a gradient (equally, of residuals with 0 at unobserved entries). */
  public static double lossOfGradient(double[] gradient) {
    double sum = 0;
    for (double residual : gradient) {
      sum += residual * residual;
    }
    return sum / 2;
  }

  @Override
  public double loss(double[] matrix) {
    double sum = 0;
    for (int k = 0; k < observed.length; k++) {
      double residual = observed[k] ? matrix[k] - values[k] : 0;
      sum += residual * residual;
    }
    return sum / 2;
  }

  /** The loss of the residuals, which is what the gradient holds. */
  @Override
  public double loss(double[] matrix, double[] gradient) {
    return lossOfGradient(gradient);
  }

  /** The direction's observed entries. */
  @Override
  public void hessian(double[] direction, double[] out) {
    for (int k = 0; k < observed.length; k++) {
      out[k] = observed[k] ? direction[k] : 0;
    }
  }

  @Override
  public double largestCurvature() {
    return 1;
  }

  @Override
  public double largestObservation() {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  @Override
  public double observationIn(int entry) {
    return Math.abs(values[entry]);
  }

  @Override
  public double solutionScale() {
    return largestObservation();
  }

  @Override
  public Optional<Measurements> measurements() {
    return Optional.empty();
  }

  @Override
  public Optional<MatrixCompletion> completion() {
    return Optional.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MatrixCompletion that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(observed, that.observed)
        && Arrays.equals(values, that.values)
        && Arrays.equals(truth, that.truth);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(observed) + Arrays.hashCode(values);
  }
}
