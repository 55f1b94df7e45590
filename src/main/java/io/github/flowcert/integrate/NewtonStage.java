package io.github.flowcert.integrate;

import io.github.flowcert.linalg.LuFactors;
import java.util.Arrays;

/** The work of one implicit step: Newton's iteration for the stages, and the error estimate. */
final class NewtonStage {
  private static final int MAX_ITERATIONS = 12;
  private static final double CONTRACTION_GOAL = 1e-3;
  private static final double ROUNDING = 1e-15;

  /** The vector field. */
  interface Field {
    double[] at(double time, double[] state);
  }

  private final RadauCoefficients radau;
  private final int n;
  private final Field field;
  private double time;
  private double[] y;
  private double[] slope;
  private double[] jacobian;
  private double[] scale;
  private double[] z;
  private double step;
  private double error;
  private boolean converged;
  private double lastAcceptedStep;
  private double lastAcceptedError;

  NewtonStage(RadauCoefficients radau, int n, Field field) {
    this.radau = radau;
    this.n = n;
    this.field = field;
  }

  void begin(double time, double[] y, double[] slope, double[] jacobian, double[] scale) {
    this.time = time;
    this.y = y;
    this.slope = slope;
    this.jacobian = jacobian;
    this.scale = scale;
  }

  /** Tries a step; true if Newton converged and the error estimate is at most 1. */
  boolean attempt(double h, CollocationPolynomial previous) {
    step = h;
    z = firstGuess(previous);
    LuFactors stages = stageMatrix();
    converged = !stages.isSingular() && iterate(stages);
    if (!converged) {
      return false;
    }
    error = estimateError();
    return error <= 1;
  }

  CollocationPolynomial polynomial() {
    return new CollocationPolynomial(radau.nodes(), y, z, step);
  }

  double[] end() {
    double[] end = y.clone();
    int last = (radau.stages() - 1) * n;
    for (int k = 0; k < n; k++) {
      end[k] += z[last + k];
    }
    return end;
  }

  double retryStep(double h, double safety, double least) {
    if (!converged || !Double.isFinite(error)) {
      return h / 4;
    }
    return h * Math.max(least, safety * Math.pow(error, -1.0 / (radau.stages() + 1)));
  }

  /** The next step after an accepted one, with Gustafsson's prediction from the one before. */
  double nextStep(double h, double safety, double least, double most) {
    double order = radau.stages() + 1.0;
    double safeError = Math.max(error, 1e-10);
    double factor = safety * Math.pow(safeError, -1 / order);
    if (lastAcceptedStep > 0) {
      double predicted =
          factor
              * (h / lastAcceptedStep)
              * Math.pow(Math.max(lastAcceptedError, 1e-2) / safeError, 1 / order);
      factor = Math.min(factor, predicted);
    }
    lastAcceptedStep = h;
    lastAcceptedError = safeError;
    return h * Math.max(least, Math.min(most, factor));
  }

  private double[] firstGuess(CollocationPolynomial previous) {
    double[] guess = new double[radau.stages() * n];
    if (previous == null) {
      return guess;
    }
    // The last step's polynomial, extrapolated: increments are taken from its end, which is y.
    int last = previous.increments().length - n;
    for (int i = 0; i < radau.stages(); i++) {
      double[] stage = new double[n];
      previous.addIncrement(1 + radau.nodes()[i] * step / previous.step(), stage);
      for (int k = 0; k < n; k++) {
        guess[i * n + k] = stage[k] - previous.increments()[last + k];
      }
    }
    return guess;
  }

  private LuFactors stageMatrix() {
    int s = radau.stages();
    int size = s * n;
    double[] matrix = new double[size * size];
    for (int i = 0; i < s; i++) {
      for (int j = 0; j < s; j++) {
        double weight = step * radau.matrix()[i * s + j];
        for (int p = 0; p < n; p++) {
          for (int q = 0; q < n; q++) {
            double unit = i == j && p == q ? 1 : 0;
            matrix[(i * n + p) * size + j * n + q] = unit - weight * jacobian[p * n + q];
          }
        }
      }
    }
    return LuFactors.ofInPlace(matrix, size);
  }

  private boolean iterate(LuFactors stages) {
    double last = Double.NaN;
    for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
      double[] change = residual();
      stages.solve(change);
      double size = norm(change);
      if (!Double.isFinite(size)) {
        return false;
      }
      for (int k = 0; k < z.length; k++) {
        z[k] += change[k];
      }
      double rate = size / last;
      if (size <= roundingFloor() || (rate < 1 && rate / (1 - rate) * size <= CONTRACTION_GOAL)) {
        return true;
      }
      if (rate >= 2) {
        return false;
      }
      last = size;
    }
    return false;
  }

  private double[] residual() {
    int s = radau.stages();
    double[] out = new double[s * n];
    double[] stage = new double[n];
    for (int j = 0; j < s; j++) {
      for (int k = 0; k < n; k++) {
        stage[k] = y[k] + z[j * n + k];
        out[j * n + k] -= z[j * n + k];
      }
      double[] f = field.at(time + radau.nodes()[j] * step, stage);
      for (int i = 0; i < s; i++) {
        double weight = step * radau.matrix()[i * s + j];
        for (int k = 0; k < n; k++) {
          out[i * n + k] += weight * f[k];
        }
      }
    }
    return out;
  }

  /** Root mean square of all stages, each unknown in units of its tolerated error. */
  private double norm(double[] stages) {
    double sum = 0;
    for (int k = 0; k < stages.length; k++) {
      double ratio = stages[k] / scale[k % n];
      sum += ratio * ratio;
    }
    return Math.sqrt(sum / stages.length);
  }

  private double roundingFloor() {
    double largest = 0;
    for (int k = 0; k < n; k++) {
      largest = Math.max(largest, Math.abs(y[k]) / scale[k]);
    }
    return ROUNDING * largest;
  }

  private double estimateError() {
    LuFactors filter = filterMatrix();
    double first = filteredError(filter, slope);
    if (first <= 1 || filter.isSingular()) {
      return first;
    }
    // A large estimate may be a fast transient that the filter can damp once more.
    double[] shifted = y.clone();
    double[] raw = rawError(slope);
    filter.solve(raw);
    for (int k = 0; k < n; k++) {
      shifted[k] += raw[k];
    }
    return filteredError(filter, field.at(time, shifted));
  }

  private LuFactors filterMatrix() {
    double[] matrix = new double[n * n];
    for (int k = 0; k < matrix.length; k++) {
      matrix[k] = (k / n == k % n ? 1 : 0) - step * radau.gamma() * jacobian[k];
    }
    return LuFactors.ofInPlace(matrix, n);
  }

  private double[] rawError(double[] derivative) {
    double[] raw = new double[n];
    for (int k = 0; k < n; k++) {
      raw[k] = radau.gamma() * step * derivative[k];
      for (int j = 0; j < radau.stages(); j++) {
        raw[k] += radau.errorWeights()[j] * z[j * n + k];
      }
    }
    return raw;
  }

  private double filteredError(LuFactors filter, double[] derivative) {
    if (filter.isSingular() || !Arrays.stream(derivative).allMatch(Double::isFinite)) {
      return Double.POSITIVE_INFINITY;
    }
    double[] estimate = rawError(derivative);
    filter.solve(estimate);
    return norm(estimate);
  }
}
