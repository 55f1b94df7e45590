package io.github.flowcert.enclose;

import io.github.flowcert.interval.Elementary;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.lohner.IntervalMatrix;
import io.github.flowcert.lohner.LohnerSet;
import java.util.List;
import java.util.Optional;

/** Starts of tubes from what a case says. Entries of matrices are flat, row by row. */
public final class TubeStarts {
  private TubeStarts() {}

  /**
   * Balanced factors of a box of 2-by-2 product matrices; empty where a matrix of the box may be
   * singular.
   *
   * @param depth L, at least 2
   * @param product the four entries in the middle of the box
   * @param radius what may be added to each of them
   */
  public static Optional<TubeStart> balanced(
      int depth, Residuals problem, Interval[] product, Interval radius) {
    Interval[] w = new Interval[4];
    for (int k = 0; k < 4; k++) {
      w[k] = product[k].plus(radius);
    }
    Interval determinant = determinant(w);
    if (determinant.contains(0)) {
      return Optional.empty();
    }
    Interval logarithm = Elementary.log(determinant(product).abs());
    IntervalMatrix base =
        IntervalMatrix.vector(product[0], product[1], product[2], product[3], logarithm);
    // The derivatives of ln |det W|.
    Interval[] cofactors = {w[3], w[2].negate(), w[1].negate(), w[0]};
    IntervalMatrix directions =
        IntervalMatrix.of(
            5,
            4,
            (i, j) ->
                i < 4
                    ? (i == j ? Interval.ONE : Interval.ZERO)
                    : cofactors[j].dividedBy(determinant));
    int sign = determinant.lower() > 0 ? 1 : -1;
    LohnerSet set = LohnerSet.of(base, directions, repeated(4, radius));
    return Optional.of(new TubeStart(new BalancedCoordinates(depth, sign, problem), set, sign));
  }

  private static Interval determinant(Interval[] w) {
    return w[0].times(w[3]).minus(w[1].times(w[2]));
  }

  private static IntervalMatrix repeated(int count, Interval value) {
    return IntervalMatrix.of(count, 1, (i, j) -> value);
  }

  /**
   * A box of factors.
   *
   * @param widths d_0 .. d_L
   * @param entries the entries of W_1, then those of W_2 and so on, in the middle of the box
   * @param radius what may be added to each of them
   */
  public static TubeStart factors(
      List<Integer> widths, Residuals problem, Interval[] entries, Interval radius) {
    int n = entries.length;
    LohnerSet set =
        radius.magnitude() == 0
            ? LohnerSet.of(IntervalMatrix.vector(entries))
            : LohnerSet.of(
                IntervalMatrix.vector(entries), IntervalMatrix.identity(n), repeated(n, radius));
    return of(widths, problem, set);
  }

  /**
   * Factors that are the same number on the diagonal of their leading block and 0 elsewhere.
   *
   * @param widths d_0 .. d_L
   * @param entry contains that number
   */
  public static TubeStart identity(List<Integer> widths, Residuals problem, Interval entry) {
    IntervalMatrix diagonal = diagonal(widths);
    Interval middle = IntervalMatrix.vector(entry).middle().at(0);
    IntervalMatrix base = diagonal.times(IntervalMatrix.vector(middle));
    // The same number everywhere: that keeps the factors balanced whatever it is.
    LohnerSet set = LohnerSet.of(base, diagonal, IntervalMatrix.vector(entry.minus(middle)));
    return of(widths, problem, set);
  }

  private static IntervalMatrix diagonal(List<Integer> widths) {
    int rank = Math.min(widths.get(0), widths.get(widths.size() - 1));
    Interval[] entries = new Interval[FactorsField.unknowns(widths)];
    int next = 0;
    for (int l = 1; l < widths.size(); l++) {
      int columns = widths.get(l - 1);
      for (int k = 0; k < widths.get(l) * columns; k++) {
        boolean one = k / columns == k % columns && k / columns < rank;
        entries[next++] = one ? Interval.ONE : Interval.ZERO;
      }
    }
    return IntervalMatrix.vector(entries);
  }

  private static TubeStart of(List<Integer> widths, Residuals problem, LohnerSet set) {
    FactorsCoordinates coordinates = new FactorsCoordinates(widths, problem);
    TubeState state = coordinates.at(set.box().entries(), Interval.ZERO);
    int sign =
        state
            .determinant()
            .map(each -> each.values().contains(0) ? 0 : (int) Math.signum(each.values().lower()))
            .orElse(0);
    return new TubeStart(coordinates, set, sign);
  }
}
