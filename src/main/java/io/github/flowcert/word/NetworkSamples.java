package io.github.flowcert.word;

import io.github.flowcert.word.Sample.ChainValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;

/** Rational factorizations along gradient flow, balanced exactly or not at all. */
public final class NetworkSamples {
  private static final long SEED = 20201121;
  private static final int COUNT = 48;
  private static final int DEEPEST = 4;
  private static final int LARGEST = 3;

  private final SplittableRandom random;
  private final int depth;
  private final int at;
  private final int[] sizes;
  private final boolean balanced;
  private final Map<String, FieldMatrix<BigFraction>> matrices = new LinkedHashMap<>();
  private final Map<String, Integer> naturals = new LinkedHashMap<>();
  private final List<ChainValue> chains = new ArrayList<>();

  private NetworkSamples(long seed, boolean square) {
    random = new SplittableRandom(seed);
    depth = random.nextInt(1, DEEPEST + 1);
    at = random.nextInt(1, depth + 1);
    balanced = random.nextInt(3) > 0;
    sizes = new int[depth + 1];
    for (int l = 0; l <= depth; l++) {
      sizes[l] = random.nextInt(1, LARGEST + 1);
    }
    if (square) {
      sizes[0] = sizes[depth];
    }
  }

  /**
   * Some, always the same.
   *
   * @param square whether the product is square
   * @param more letters for which any matrices will do
   */
  public static List<Sample> some(boolean square, Map<String, Alphabet.Kind> more) {
    List<Sample> samples = new ArrayList<>();
    for (int k = 0; k < COUNT; k++) {
      Sample sample = new NetworkSamples(SEED + k, square).sample(more);
      samples.add(sample);
      // The same matrices for statements in which L is a + b + 2.
      sample.withOneLess("a").ifPresent(samples::add);
    }
    return samples;
  }

  private Sample sample(Map<String, Alphabet.Kind> more) {
    List<FieldMatrix<BigFraction>> factors = balanced ? balancedFactors() : randomFactors();
    FieldMatrix<BigFraction> gradient = random(sizes[depth], sizes[0]);
    List<FieldMatrix<BigFraction>> changes = new ArrayList<>();
    for (int l = 1; l <= depth; l++) {
      FieldMatrix<BigFraction> suffix = product(factors, depth, l + 1);
      FieldMatrix<BigFraction> prefix = product(factors, l - 1, 1);
      changes.add(
          suffix
              .transpose()
              .multiply(gradient)
              .multiply(prefix.transpose())
              .scalarMultiply(BigFraction.MINUS_ONE));
    }
    naturals.put("a", depth - at);
    naturals.put("b", at - 1);
    matrices.put("g", gradient);
    putRange("w", factors, changes, depth, 1);
    putRange("suffix", factors, changes, depth, at + 1);
    putRange("factor", factors, changes, at, at);
    putRange("prefix", factors, changes, at - 1, 1);
    if (at < depth) {
      putRange("next", factors, changes, at + 1, at + 1);
      putRange("after", factors, changes, depth, at + 2);
    }
    matrices.put("n", gram(factors.get(depth - 1).transpose()));
    matrices.put("m", gram(factors.get(0)));
    putPart(factors);
    putSingularVectors(changes);
    putChains(factors);
    Map<String, Integer> dimensions = dimensions();
    more.forEach((name, kind) -> matrices.put(name, free(kind, dimensions)));
    return new Sample(matrices, naturals, chains);
  }

  /** W_l = U_l S U_(l-1)^T with orthogonal U_l and the same S, padded with zeros. */
  private List<FieldMatrix<BigFraction>> balancedFactors() {
    List<FieldMatrix<BigFraction>> turns = new ArrayList<>();
    int rank = LARGEST;
    for (int size : sizes) {
      rank = Math.min(rank, size);
      turns.add(orthogonal(size));
    }
    BigFraction[] values = new BigFraction[rank];
    for (int r = 0; r < rank; r++) {
      values[r] = new BigFraction(random.nextInt(1, 5), random.nextInt(1, 4));
    }
    List<FieldMatrix<BigFraction>> factors = new ArrayList<>();
    for (int l = 1; l <= depth; l++) {
      FieldMatrix<BigFraction> middle = zeros(sizes[l], sizes[l - 1]);
      for (int r = 0; r < rank; r++) {
        middle.setEntry(r, r, values[r]);
      }
      factors.add(turns.get(l).multiply(middle).multiply(turns.get(l - 1).transpose()));
    }
    return factors;
  }

  /** A product of rotations by the angle of the triangle 3, 4, 5. */
  private FieldMatrix<BigFraction> orthogonal(int size) {
    FieldMatrix<BigFraction> turn = identity(size);
    for (int k = 0; k + 1 < size; k++) {
      FieldMatrix<BigFraction> next = identity(size);
      BigFraction sine = new BigFraction(random.nextBoolean() ? 4 : -4, 5);
      next.setEntry(k, k, new BigFraction(3, 5));
      next.setEntry(k + 1, k + 1, new BigFraction(3, 5));
      next.setEntry(k, k + 1, sine.negate());
      next.setEntry(k + 1, k, sine);
      turn = turn.multiply(next);
    }
    return turn;
  }

  private List<FieldMatrix<BigFraction>> randomFactors() {
    List<FieldMatrix<BigFraction>> factors = new ArrayList<>();
    for (int l = 1; l <= depth; l++) {
      factors.add(random(sizes[l], sizes[l - 1]));
    }
    return factors;
  }

  /** The product of factors and its derivative, by the product rule. */
  private void putRange(
      String name,
      List<FieldMatrix<BigFraction>> factors,
      List<FieldMatrix<BigFraction>> changes,
      int from,
      int to) {
    matrices.put(name, product(factors, from, to));
    FieldMatrix<BigFraction> change = zeros(sizes[from], sizes[to - 1]);
    for (int l = to; l <= from; l++) {
      change =
          change.add(
              product(factors, from, l + 1)
                  .multiply(changes.get(l - 1))
                  .multiply(product(factors, l - 1, to)));
    }
    matrices.put("D(" + name + ")", change);
  }

  private FieldMatrix<BigFraction> product(
      List<FieldMatrix<BigFraction>> factors, int from, int to) {
    FieldMatrix<BigFraction> product = identity(sizes[from]);
    for (int l = from; l >= to; l--) {
      product = product.multiply(factors.get(l - 1));
    }
    return product;
  }

  private void putPart(List<FieldMatrix<BigFraction>> factors) {
    int count = random.nextInt(0, depth);
    naturals.put("k", count);
    int next = depth - count;
    matrices.put("part", product(factors, depth, next + 1));
    matrices.put("before", factors.get(next - 1));
    matrices.put("gram", gram(factors.get(next - 1).transpose()));
  }

  /** Where the product has one row and one column; elsewhere they need not be rational. */
  private void putSingularVectors(List<FieldMatrix<BigFraction>> changes) {
    if (sizes[0] == 1 && sizes[depth] == 1 && !changes.isEmpty()) {
      BigFraction sign =
          matrices.get("w").getEntry(0, 0).signum() < 0 ? BigFraction.MINUS_ONE : BigFraction.ONE;
      matrices.put("u", identity(1).scalarMultiply(sign));
      matrices.put("v", identity(1));
      matrices.put("D(u)", zeros(1, 1));
      matrices.put("D(v)", zeros(1, 1));
      matrices.put("sigma", matrices.get("w").scalarMultiply(sign));
      matrices.put("D(sigma)", matrices.get("D(w)").scalarMultiply(sign));
      matrices.put("rho", matrices.get("n"));
    }
  }

  private void putChains(List<FieldMatrix<BigFraction>> factors) {
    if (!balanced) {
      return;
    }
    for (int count = 0; count <= depth; count++) {
      int last = depth - count;
      FieldMatrix<BigFraction> left =
          last == 0 ? matrices.get("m") : gram(factors.get(last - 1).transpose());
      FieldMatrix<BigFraction> right =
          count == depth ? matrices.get("n") : gram(factors.get(count));
      chains.add(new ChainValue(product(factors, depth, last + 1), matrices.get("n"), count, left));
      chains.add(
          new ChainValue(product(factors, count, 1).transpose(), matrices.get("m"), count, right));
    }
  }

  private Map<String, Integer> dimensions() {
    Map<String, Integer> dimensions = new LinkedHashMap<>();
    dimensions.put("d", sizes[depth]);
    dimensions.put("e", sizes[0]);
    dimensions.put("p", sizes[at]);
    dimensions.put("q", sizes[at - 1]);
    dimensions.put("r", sizes[Math.min(depth, at + 1)]);
    dimensions.put("one", 1);
    return dimensions;
  }

  private FieldMatrix<BigFraction> free(Alphabet.Kind kind, Map<String, Integer> dimensions) {
    int rows = dimensions.computeIfAbsent(kind.shape().rows(), name -> random.nextInt(1, 4));
    int columns = dimensions.computeIfAbsent(kind.shape().columns(), name -> random.nextInt(1, 4));
    FieldMatrix<BigFraction> matrix = random(rows, columns);
    return kind.symmetric() ? matrix.add(matrix.transpose()) : matrix;
  }

  private FieldMatrix<BigFraction> random(int rows, int columns) {
    FieldMatrix<BigFraction> matrix = zeros(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix.setEntry(i, j, new BigFraction(random.nextInt(-4, 5), random.nextInt(1, 3)));
      }
    }
    return matrix;
  }

  private static FieldMatrix<BigFraction> gram(FieldMatrix<BigFraction> matrix) {
    return matrix.transpose().multiply(matrix);
  }

  private static FieldMatrix<BigFraction> zeros(int rows, int columns) {
    return MatrixUtils.createFieldMatrix(BigFractionField.getInstance(), rows, columns);
  }

  private static FieldMatrix<BigFraction> identity(int size) {
    return MatrixUtils.createFieldIdentityMatrix(BigFractionField.getInstance(), size);
  }
}
