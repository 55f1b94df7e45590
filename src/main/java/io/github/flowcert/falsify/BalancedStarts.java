package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Initial;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Balanced starts: product matrices W(0) = U S V^T, given by the size of the largest singular
 * value, the ratios of the others to it (both as decimal logarithms) and the angles of U and V.
 *
 * @param rows d
 * @param columns d'
 * @param sign sign of the determinant, 1 or -1; says nothing where the matrix is not square
 */
record BalancedStarts(int rows, int columns, int sign) implements StartSpace {
  private static final double SMALLEST = -6;
  private static final double LARGEST = 1;

  /** Beyond, rounding of the entries begins to show in the determinant. */
  private static final double MOST_SINGULAR = -10;

  /** Share of draws that are a scaled rotation, and of these of a scaled identity. */
  private static final double ROTATIONS = 0.25;

  private static final double IDENTITIES = 0.5;

  @Override
  public double[] draw(RandomGenerator random) {
    double[] numbers = new double[rank() + Rotation.angles(rows) + Rotation.angles(columns)];
    numbers[0] = SMALLEST + (LARGEST - SMALLEST) * random.nextDouble();
    boolean rotation = random.nextDouble() < ROTATIONS;
    boolean identity = rotation && random.nextDouble() < IDENTITIES;
    for (int k = 1; k < rank(); k++) {
      numbers[k] = rotation ? 0 : MOST_SINGULAR * random.nextDouble();
    }
    for (int k = rank(); k < numbers.length; k++) {
      numbers[k] = identity ? 0 : Math.PI * (2 * random.nextDouble() - 1);
    }
    return numbers;
  }

  @Override
  public double[] steps(double[] numbers) {
    double[] steps = new double[numbers.length];
    Arrays.fill(steps, 0.5);
    steps[0] = numbers[0] > 0 ? -0.5 : 0.5;
    for (int k = 1; k < rank(); k++) {
      steps[k] = numbers[k] > MOST_SINGULAR / 2 ? -1 : 1;
    }
    return steps;
  }

  @Override
  public Initial.Product start(double[] numbers) {
    double[][] scaled = new double[rows][columns];
    double size = Math.pow(10, clamped(numbers[0], SMALLEST, LARGEST));
    for (int r = 0; r < rank(); r++) {
      double ratio = r == 0 ? 1 : Math.pow(10, clamped(numbers[r], MOST_SINGULAR, 0));
      scaled[r][r] = size * ratio;
    }
    scaled[rank() - 1][rank() - 1] *= sign;
    Rotation.turn(scaled, numbers, rank());
    double[][] transposed = transpose(scaled);
    Rotation.turn(transposed, numbers, rank() + Rotation.angles(rows));
    return new Initial.Product(rowsOf(transpose(transposed)));
  }

  private int rank() {
    return Math.min(rows, columns);
  }

  private static double clamped(double value, double least, double most) {
    return Math.min(most, Math.max(least, value));
  }

  private static double[][] transpose(double[][] matrix) {
    double[][] transposed = new double[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix[i].length; j++) {
        transposed[j][i] = matrix[i][j];
      }
    }
    return transposed;
  }

  /** A matrix as case files have it; -0 would be read back as 0. */
  private static List<List<Double>> rowsOf(double[][] matrix) {
    return Arrays.stream(matrix)
        .map(row -> Arrays.stream(row).map(entry -> entry + 0.0).boxed().toList())
        .toList();
  }
}
