package io.github.flowcert.integrate;

/** One step of the Runge-Kutta-Chebyshev method of order 2, by its three-term recurrence. */
final class ChebyshevStep {
  private static final double DAMPING = 2.0 / 13;

  private ChebyshevStep() {}

  /** Advances by h with s stages (s at least 2). */
  static double[] advance(
      DifferenceJacobian.Field field, double time, double[] y, double[] slope, double h, int s) {
    double w0 = 1 + DAMPING / ((double) s * s);
    double[][] t = chebyshev(w0, s);
    double w1 = t[1][s] / t[2][s];
    double[] b = weights(t, s);
    double[] before = y;
    double[] now = new double[y.length];
    for (int k = 0; k < y.length; k++) {
      now[k] = y[k] + h * b[1] * w1 * slope[k];
    }
    double[] c = nodes(t, w1, s);
    double[] free = new double[y.length];
    for (int j = 2; j <= s; j++) {
      double mu = 2 * b[j] * w0 / b[j - 1];
      double nu = -b[j] / b[j - 2];
      double muH = 2 * b[j] * w1 / b[j - 1] * h;
      double gammaH = -(1 - b[j - 1] * t[0][j - 1]) * muH;
      double[] f = field.at(time + c[j - 1] * h, now);
      double[] next = free;
      for (int k = 0; k < y.length; k++) {
        next[k] =
            (1 - mu - nu) * y[k] + mu * now[k] + nu * before[k] + muH * f[k] + gammaH * slope[k];
      }
      // The caller's y is not ours to write to.
      free = j == 2 ? new double[y.length] : before;
      before = now;
      now = next;
    }
    return now;
  }

  /** Chebyshev polynomials T_0 .. T_s at w0 with first and second derivatives. */
  private static double[][] chebyshev(double w0, int s) {
    double[][] t = new double[3][s + 1];
    t[0][0] = 1;
    t[0][1] = w0;
    t[1][1] = 1;
    for (int j = 2; j <= s; j++) {
      t[0][j] = 2 * w0 * t[0][j - 1] - t[0][j - 2];
      t[1][j] = 2 * t[0][j - 1] + 2 * w0 * t[1][j - 1] - t[1][j - 2];
      t[2][j] = 4 * t[1][j - 1] + 2 * w0 * t[2][j - 1] - t[2][j - 2];
    }
    return t;
  }

  private static double[] weights(double[][] t, int s) {
    double[] b = new double[s + 1];
    for (int j = 2; j <= s; j++) {
      b[j] = t[2][j] / (t[1][j] * t[1][j]);
    }
    b[0] = b[2];
    b[1] = b[2];
    return b;
  }

  private static double[] nodes(double[][] t, double w1, int s) {
    double[] c = new double[s + 1];
    for (int j = 2; j <= s; j++) {
      c[j] = w1 * t[2][j] / t[1][j];
    }
    c[1] = c[2] / t[1][2];
    return c;
  }
}
