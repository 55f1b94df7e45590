package io.github.flowcert.linalg;

import java.util.ArrayList;
import java.util.List;

/**
 * A factorization {@code A = Q C} of an m-by-n matrix of rank r in numbers of about 106 bits: Q has
 * r orthonormal columns that span the column space, C is r-by-n of full rank. By modified
 * Gram-Schmidt with pivoting, each pivot orthogonalised twice. Columns whose rest is below 2^-93 of
 * the largest are taken to be spanned by the ones before.
 *
 * <p>The vectors are not copied: nobody may write to them.
 *
 * @param basis the columns of Q, each of m entries
 * @param coefficients the rows of C, each of n entries
 */
public record WideRankFactors(List<WideVector> basis, List<WideVector> coefficients) {
  private static final double NOTHING = 0x1p-93;

  /** Keeps the lists from changing. */
  public WideRankFactors {
    basis = List.copyOf(basis);
    coefficients = List.copyOf(coefficients);
  }

  /** Rank r. */
  public int rank() {
    return basis.size();
  }

  /**
   * The factors of a matrix.
   *
   * @param columns its columns, which are not changed
   */
  public static WideRankFactors of(List<WideVector> columns) {
    List<WideVector> rest = new ArrayList<>(columns.stream().map(WideVector::copy).toList());
    List<WideVector> basis = new ArrayList<>();
    List<WideVector> coefficients = new ArrayList<>();
    double first = 0;
    while (basis.size() < columns.size()) {
      int pivot = longest(rest);
      double length = rest.get(pivot).norm().high();
      first = Math.max(first, length);
      if (length <= NOTHING * first) {
        break;
      }
      WideVector row = WideVector.zero(columns.size());
      WideVector direction = direction(rest.get(pivot), basis);
      for (int j = 0; j < rest.size(); j++) {
        DoubleDouble share = direction.dot(rest.get(j));
        rest.get(j).add(share.negated(), direction);
        row.set(j, share);
      }
      // Its rest is rounding error, and must not be chosen again.
      rest.set(pivot, WideVector.zero(direction.size()));
      basis.add(direction);
      coefficients.add(row);
    }
    return new WideRankFactors(basis, coefficients);
  }

  private static WideVector direction(WideVector pivot, List<WideVector> basis) {
    WideVector direction = pivot.copy();
    basis.forEach(each -> direction.add(each.dot(direction).negated(), each));
    direction.scale(DoubleDouble.ONE.over(direction.norm()));
    return direction;
  }

  private static int longest(List<WideVector> columns) {
    int longest = 0;
    double length = -1;
    for (int j = 0; j < columns.size(); j++) {
      double other = columns.get(j).norm().high();
      if (other > length) {
        length = other;
        longest = j;
      }
    }
    return longest;
  }
}
