package io.github.flowcert.linalg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The singular value decomposition {@code A = U diag(sigma) V^T} of an m-by-n matrix in numbers of
 * about 106 bits, without the singular values that are 0: by one-sided Jacobi rotations (Hestenes)
 * on the rows of the second of its {@link WideRankFactors}. A singular value has a relative error
 * of about 1e-31 times the condition of A, where one from doubles has 1e-16 times that.
 *
 * <p>The vectors are not copied: nobody may write to them.
 *
 * @param values the positive singular values, largest first
 * @param left the columns of U, each of m entries
 * @param right the columns of V, each of n entries
 */
public record WideSingularValues(
    List<DoubleDouble> values, List<WideVector> left, List<WideVector> right) {
  private static final int MAX_SWEEPS = 80;
  private static final double ORTHOGONAL = 1e-29;

  /** Keeps the lists from changing. */
  public WideSingularValues {
    values = List.copyOf(values);
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /**
   * The decomposition of a matrix.
   *
   * @param columns its columns, which are not changed
   */
  public static WideSingularValues of(List<WideVector> columns) {
    WideRankFactors factors = WideRankFactors.of(columns);
    List<WideVector> rows = factors.coefficients().stream().map(WideVector::copy).toList();
    List<WideVector> left = factors.basis().stream().map(WideVector::copy).toList();
    int sweep = 0;
    while (rotateAll(rows, left) && sweep < MAX_SWEEPS) {
      sweep++;
    }
    return sorted(rows, left);
  }

  /** The largest of them only, in order. */
  public WideSingularValues first(int count) {
    return new WideSingularValues(
        values.subList(0, count), left.subList(0, count), right.subList(0, count));
  }

  private static boolean rotateAll(List<WideVector> rows, List<WideVector> left) {
    boolean rotated = false;
    for (int p = 0; p < rows.size() - 1; p++) {
      for (int q = p + 1; q < rows.size(); q++) {
        rotated |= rotate(rows, left, p, q);
      }
    }
    return rotated;
  }

  private static boolean rotate(List<WideVector> rows, List<WideVector> left, int p, int q) {
    double lengthP = rows.get(p).norm().high();
    double lengthQ = rows.get(q).norm().high();
    double cosine = rows.get(p).dot(rows.get(q)).high() / lengthP / lengthQ;
    if (Math.abs(cosine) <= ORTHOGONAL) {
      return false;
    }
    double zeta = (lengthQ / lengthP - lengthP / lengthQ) / (2 * cosine);
    double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
    // The angle may be that of doubles, which costs a sweep; the rotation must be one in all bits.
    DoubleDouble t = DoubleDouble.of(tangent);
    DoubleDouble c = DoubleDouble.ONE.over(DoubleDouble.ONE.plus(t.times(t)).root());
    WideVector.turn(rows.get(p), rows.get(q), c, c.times(t));
    WideVector.turn(left.get(p), left.get(q), c, c.times(t));
    return true;
  }

  private static WideSingularValues sorted(List<WideVector> rows, List<WideVector> left) {
    List<DoubleDouble> lengths = rows.stream().map(WideVector::norm).toList();
    List<Integer> order =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> lengths.get(k).high()).reversed())
            .toList();
    List<WideVector> right = new ArrayList<>();
    for (int k : order) {
      WideVector unit = rows.get(k).copy();
      unit.scale(DoubleDouble.ONE.over(lengths.get(k)));
      right.add(unit);
    }
    return new WideSingularValues(
        order.stream().map(lengths::get).toList(), order.stream().map(left::get).toList(), right);
  }
}
