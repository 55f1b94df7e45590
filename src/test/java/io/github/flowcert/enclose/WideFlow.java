package io.github.flowcert.enclose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Eq. (4) for the completion of [?, 1], [1, 0] with 2-by-2 factors, by Taylor series of order 24 in
 * decimals of 30 digits, steps of 1/16: good to far more digits than a double has.
 */
final class WideFlow {
  private static final MathContext DIGITS = new MathContext(30);
  private static final int ORDER = 24;
  private static final BigDecimal STEP = new BigDecimal("0.0625");

  private final List<List<BigDecimal[][]>> series = new ArrayList<>();

  /** The trajectory from these factors, W_1 first, each with four entries row by row. */
  WideFlow(List<BigDecimal[]> start, double until) {
    List<BigDecimal[]> factors = start;
    for (double t = 0; t <= until; t += STEP.doubleValue()) {
      List<BigDecimal[][]> expanded = expand(factors);
      series.add(expanded);
      factors = expanded.stream().map(each -> sum(each, STEP)).toList();
    }
  }

  /** The factors at a time. */
  List<BigDecimal[]> at(double time) {
    int step = (int) (time / STEP.doubleValue());
    BigDecimal rest = new BigDecimal(time).subtract(STEP.multiply(BigDecimal.valueOf(step)));
    return series.get(step).stream().map(each -> sum(each, rest)).toList();
  }

  /** {@code W_L .. W_1}. */
  static BigDecimal[] product(List<BigDecimal[]> factors) {
    BigDecimal[][] all = {identity()};
    for (BigDecimal[] factor : factors) {
      all = new BigDecimal[][] {cauchy(new BigDecimal[][] {factor}, all, 0)};
    }
    return all[0];
  }

  private static BigDecimal[] identity() {
    return new BigDecimal[] {BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE};
  }

  private static BigDecimal[] sum(BigDecimal[][] coefficients, BigDecimal time) {
    BigDecimal[] value = coefficients[ORDER];
    for (int k = ORDER - 1; k >= 0; k--) {
      BigDecimal[] next = new BigDecimal[4];
      for (int i = 0; i < 4; i++) {
        next[i] = value[i].multiply(time, DIGITS).add(coefficients[k][i], DIGITS);
      }
      value = next;
    }
    return value;
  }

  /** Coefficient k of the product of two series of matrices. */
  private static BigDecimal[] cauchy(BigDecimal[][] a, BigDecimal[][] b, int k) {
    BigDecimal[] out = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
    for (int m = 0; m <= k; m++) {
      for (int i = 0; i < 4; i++) {
        BigDecimal first = a[m][i / 2 * 2].multiply(b[k - m][i % 2], DIGITS);
        BigDecimal second = a[m][i / 2 * 2 + 1].multiply(b[k - m][i % 2 + 2], DIGITS);
        out[i] = out[i].add(first, DIGITS).add(second, DIGITS);
      }
    }
    return out;
  }

  private static BigDecimal[] transpose(BigDecimal[] a) {
    return new BigDecimal[] {a[0], a[2], a[1], a[3]};
  }

  private static List<BigDecimal[][]> blank(int count) {
    List<BigDecimal[][]> all = new ArrayList<>();
    for (int l = 0; l < count; l++) {
      all.add(new BigDecimal[ORDER + 1][]);
    }
    return all;
  }

  /** One coefficient after another, of the partial products first and then of the factors. */
  private static List<BigDecimal[][]> expand(List<BigDecimal[]> start) {
    int depth = start.size();
    List<BigDecimal[][]> w = blank(depth);
    List<BigDecimal[][]> below = blank(depth + 1);
    List<BigDecimal[][]> aboveT = blank(depth + 1);
    List<BigDecimal[][]> belowT = blank(depth + 1);
    List<BigDecimal[][]> wT = blank(depth);
    List<BigDecimal[][]> pulled = blank(depth);
    BigDecimal[][] gradient = new BigDecimal[ORDER + 1][];
    for (int l = 0; l < depth; l++) {
      w.get(l)[0] = start.get(l);
    }
    for (int k = 0; k <= ORDER; k++) {
      BigDecimal[] unit = k == 0 ? identity() : zero();
      below.get(0)[k] = unit;
      aboveT.get(depth)[k] = unit;
      for (int l = 0; l < depth; l++) {
        wT.get(l)[k] = transpose(w.get(l)[k]);
        below.get(l + 1)[k] = cauchy(w.get(l), below.get(l), k);
      }
      for (int l = 0; l < depth; l++) {
        belowT.get(l)[k] = transpose(below.get(l)[k]);
      }
      for (int l = depth - 1; l >= 0; l--) {
        aboveT.get(l)[k] = cauchy(wT.get(l), aboveT.get(l + 1), k);
      }
      gradient[k] = residual(below.get(depth)[k], k);
      for (int l = 0; l < depth; l++) {
        pulled.get(l)[k] = cauchy(aboveT.get(l + 1), gradient, k);
        if (k < ORDER) {
          w.get(l)[k + 1] = next(cauchy(pulled.get(l), belowT.get(l), k), k);
        }
      }
    }
    return w;
  }

  private static BigDecimal[] zero() {
    return new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
  }

  private static BigDecimal[] residual(BigDecimal[] product, int k) {
    BigDecimal observed = k == 0 ? BigDecimal.ONE : BigDecimal.ZERO;
    return new BigDecimal[] {
      BigDecimal.ZERO, product[1].subtract(observed), product[2].subtract(observed), product[3]
    };
  }

  private static BigDecimal[] next(BigDecimal[] slope, int k) {
    BigDecimal[] out = new BigDecimal[4];
    for (int i = 0; i < 4; i++) {
      out[i] = slope[i].negate().divide(BigDecimal.valueOf(k + 1L), DIGITS);
    }
    return out;
  }
}
