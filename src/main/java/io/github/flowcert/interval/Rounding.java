package io.github.flowcert.interval;

/**
 * Bounds of the exact results of arithmetic on doubles. The JVM rounds to nearest only; which way
 * it went is read off the error term of the operation. Bounds of finite results are at most one
 * double away from the exact value, and equal to it where it is a double of ordinary size.
 *
 * <p>Operands may be infinite as bounds of intervals are: an infinity stands for numbers beyond all
 * doubles and is never attained, so that zero times infinity is zero.
 */
public final class Rounding {
  /**
   * Above this, no error term of a product, quotient or root is lost to underflow: it is a multiple
   * of the result's or dividend's unit in the last place times 2^-53.
   */
  private static final double SAFE = 0x1p-960;

  private Rounding() {}

  /** At most a + b; not for opposite infinities. */
  public static double addDown(double a, double b) {
    double sum = a + b;
    double part = sum - a;
    // Knuth's TwoSum: exact unless something overflows, and then no finite number.
    double error = (a - (sum - part)) + (b - part);
    return error >= 0 && error <= Double.MAX_VALUE ? sum : Math.nextDown(sum);
  }

  /** At least a + b; not for opposite infinities. */
  public static double addUp(double a, double b) {
    return -addDown(-a, -b);
  }

  /** At most a b. */
  public static double multiplyDown(double a, double b) {
    double product = a * b;
    // The fused operation rounds once, so that its sign is right unless it underflows to zero.
    double error = Math.fma(a, b, -product);
    if (error > 0 || (error == 0 && Math.abs(product) >= SAFE)) {
      return product;
    }
    return error < 0 ? Math.nextDown(product) : belowTinyOrInfiniteProduct(a, b, product);
  }

  private static double belowTinyOrInfiniteProduct(double a, double b, double product) {
    if (a == 0 || b == 0) {
      return 0;
    }
    double below = Math.nextDown(product);
    return a > 0 == b > 0 ? Math.max(0, below) : below;
  }

  /** At least a b. */
  public static double multiplyUp(double a, double b) {
    return -multiplyDown(-a, b);
  }

  /** At most a / b, b not zero; not for two infinities. */
  static double divideDown(double a, double b) {
    double quotient = a / b;
    double remainder = Math.fma(-quotient, b, a);
    double error = b > 0 ? remainder : -remainder;
    if (error > 0 || (error == 0 && Math.abs(a) >= SAFE)) {
      return quotient;
    }
    return a == 0 || Double.isInfinite(b) ? 0 : Math.nextDown(quotient);
  }

  /** At least a / b, b not zero; not for two infinities. */
  static double divideUp(double a, double b) {
    return -divideDown(-a, b);
  }

  /** At most the square root of x, which is not negative. */
  static double sqrtDown(double x) {
    double root = Math.sqrt(x);
    double error = Math.fma(-root, root, x);
    return error > 0 || isExactRoot(error, x) ? root : Math.nextDown(root);
  }

  /** At least the square root of x, which is not negative. */
  static double sqrtUp(double x) {
    double root = Math.sqrt(x);
    double error = Math.fma(-root, root, x);
    return error < 0 || isExactRoot(error, x) ? root : Math.nextUp(root);
  }

  private static boolean isExactRoot(double error, double x) {
    return error == 0 && (x >= SAFE || x == 0);
  }

  /** The double that lies a number of doubles below. */
  static double below(double x, int count) {
    double below = x;
    for (int k = 0; k < count; k++) {
      below = Math.nextDown(below);
    }
    return below;
  }

  /** The double that lies a number of doubles above. */
  static double above(double x, int count) {
    return -below(-x, count);
  }
}
