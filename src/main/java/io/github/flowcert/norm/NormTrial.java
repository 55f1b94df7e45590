package io.github.flowcert.norm;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.norm.MatrixPairs.Pair;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.random.Well19937c;

/**
 * Tries to break what is stated of a norm: {@code ||A|| > 0} for A other than 0, {@code ||s A|| =
 * |s| ||A||} and {@code ||A + B|| <= c (||A|| + ||B||)}, at plain matrices, at random ones, and
 * uphill from the pair that came closest; the first also downhill from plain matrices. That nothing
 * breaks proves nothing.
 */
public final class NormTrial {
  /** The seed of the random matrices. */
  public static final long SEED = 1;

  /** What rounding may do to a value, relatively. */
  private static final double ROUNDING = 1e-9;

  /** What is below this share of the least relative norm of a plain matrix is taken for 0. */
  private static final double VANISHING = 1e-12;

  private static final MathContext SIX_DIGITS = new MathContext(6);

  private static final int MOST_PAIRS = 20_000;
  private static final int LEAST_PAIRS = 20;

  /** Pairs times entries times singular values: a second's work or so. */
  private static final int WORK = 2_000_000;

  /** Matrices with more entries than this are not written out, nor paired systematically. */
  private static final int FEW_ENTRIES = 16;

  private static final int GENERATIONS = 300;
  private static final double FIRST_DEVIATION = 0.1;

  /**
   * Powers of two, which leave a matrix as singular as it is: rounding does not, and p-norms for
   * small p tell.
   */
  private static final double[] FACTORS = {-1, 4, -0.25, 0x1p-10, 0x1p10};

  /** This one leaves the entries 0 and 1 of plain matrices exact. */
  private static final double PLAIN_FACTOR = 3;

  private final Norm norm;
  private final Shape shape;
  private final double constant;

  private NormTrial(Norm norm, Shape shape) {
    this.norm = norm;
    this.shape = shape;
    this.constant = norm.triangleConstant(shape);
  }

  /** What breaks, with a witness, in a line; empty where nothing did. */
  public static Optional<String> refute(Norm norm, Shape shape) {
    return new NormTrial(norm, shape).refute();
  }

  /** How many random pairs are tried for a shape. */
  public static int pairs(Shape shape) {
    int affordable = WORK / (shape.entries() * shape.rank());
    return Math.max(LEAST_PAIRS, Math.min(MOST_PAIRS, affordable));
  }

  /** The norms of two matrices and of their sum. */
  private record Trial(Matrix a, Matrix b, double ofA, double ofB, double ofSum) {
    double ratio() {
      return ofSum / (ofA + ofB);
    }
  }

  private Trial trial(Pair pair) {
    Matrix a = pair.first();
    Matrix b = pair.second();
    return new Trial(a, b, norm.of(a), norm.of(b), norm.of(pair.sum()));
  }

  private Optional<String> refute() {
    for (Pair pair : plainPairs()) {
      Optional<String> broken = brokenBy(trial(pair), PLAIN_FACTOR);
      if (broken.isPresent()) {
        return broken;
      }
    }
    MatrixPairs random = new MatrixPairs(shape, SEED);
    Pair closest = random.next();
    double highest = 0;
    for (int k = 0; k < pairs(shape); k++) {
      Pair pair = random.next();
      Trial trial = trial(pair);
      Optional<String> broken = brokenBy(trial, FACTORS[k % FACTORS.length]);
      if (broken.isPresent()) {
        return broken;
      }
      closest = trial.ratio() > highest ? pair : closest;
      highest = Math.max(highest, trial.ratio());
    }
    Pair from = closest;
    return shape.entries() <= FEW_ENTRIES
        ? vanishing().or(() -> triangle(trial(uphill(from))))
        : Optional.empty();
  }

  /** A pair of a larger ratio. */
  private Pair uphill(Pair from) {
    return from.with(
        best(from.together(), entries -> trial(from.with(entries)).ratio(), GoalType.MAXIMIZE));
  }

  /**
   * A matrix other than 0 at which the norm vanishes up to rounding, where one is found downhill
   * from plain matrices: {@code ||A||/||A||_F} is bounded away from 0 if it is a norm.
   */
  private Optional<String> vanishing() {
    List<double[]> starts = plainMatrices();
    double usual = starts.stream().mapToDouble(this::relative).min().orElseThrow();
    for (double[] start : starts) {
      double[] unit = unit(best(start, this::relative, GoalType.MINIMIZE));
      double value = norm.of(Matrix.of(shape, unit));
      if (!(value > VANISHING * usual)) {
        return Optional.of(
            "||A|| falls to " + number(value) + " at A = " + words(Matrix.of(shape, unit)));
      }
    }
    return Optional.empty();
  }

  /** {@code ||A||/||A||_F}; infinity at A = 0, and 0 where the norm is no number. */
  private double relative(double[] entries) {
    double size = Math.sqrt(Flat.squaredNorm(entries));
    double value = norm.of(Matrix.of(shape, entries));
    if (size == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return Double.isNaN(value) ? 0 : value / size;
  }

  private static double[] unit(double[] entries) {
    double size = Math.sqrt(Flat.squaredNorm(entries));
    return Arrays.stream(entries).map(entry -> entry / size).toArray();
  }

  /** The best point found by an evolution strategy (CMA-ES, Hansen 2006). */
  private static double[] best(double[] start, MultivariateFunction function, GoalType goal) {
    double[] deviations = new double[start.length];
    Arrays.fill(deviations, FIRST_DEVIATION * Arrays.stream(start).map(Math::abs).max().orElse(1));
    CMAESOptimizer optimizer =
        new CMAESOptimizer(
            GENERATIONS, 0, true, 0, 0, new Well19937c(SEED), false, (round, before, now) -> false);
    PointValuePair best =
        optimizer.optimize(
            new MaxEval(Integer.MAX_VALUE),
            new ObjectiveFunction(function),
            goal,
            new InitialGuess(start),
            new CMAESOptimizer.Sigma(deviations),
            new CMAESOptimizer.PopulationSize(2 * start.length),
            SimpleBounds.unbounded(start.length));
    return best.getPoint();
  }

  private Optional<String> brokenBy(Trial trial, double factor) {
    return positivity(trial.a, trial.ofA)
        .or(() -> positivity(trial.b, trial.ofB))
        .or(() -> homogeneity(trial.a, trial.ofA, factor))
        .or(() -> triangle(trial));
  }

  private Optional<String> positivity(Matrix a, double value) {
    return value > 0 && value < Double.POSITIVE_INFINITY
        ? Optional.empty()
        : Optional.of("||A|| is " + number(value) + " at A = " + words(a));
  }

  private Optional<String> homogeneity(Matrix a, double value, double factor) {
    double[] multiple = Arrays.stream(a.entries()).map(x -> factor * x).toArray();
    double left = norm.of(Matrix.of(shape, multiple));
    double right = Math.abs(factor) * value;
    // Negated, so that NaN breaks it.
    return !(Math.abs(left - right) <= ROUNDING * right)
        ? Optional.of(
            String.format(
                "||%s A|| is %s but %s ||A|| is %s at A = %s",
                number(factor), number(left), number(Math.abs(factor)), number(right), words(a)))
        : Optional.empty();
  }

  private Optional<String> triangle(Trial trial) {
    double right = constant * (trial.ofA + trial.ofB);
    return !(trial.ofSum <= right * (1 + ROUNDING))
        ? Optional.of(
            String.format(
                "||A + B|| is %s but %s (||A|| + ||B||) is %s at A = %s, B = %s",
                number(trial.ofSum),
                number(constant),
                number(right),
                words(trial.a),
                words(trial.b)))
        : Optional.empty();
  }

  /** Pairs of unit matrices, identity and ones, with either sign: they make readable witnesses. */
  private List<Pair> plainPairs() {
    List<Pair> pairs = new ArrayList<>();
    List<double[]> matrices = plainMatrices();
    for (double[] a : matrices) {
      for (double[] b : matrices) {
        double[] opposite = b.clone();
        for (int k = 0; k < b.length; k++) {
          opposite[k] = -b[k];
        }
        pairs.add(new Pair(shape, a, b));
        if (a != b) {
          pairs.add(new Pair(shape, a, opposite));
        }
      }
    }
    return pairs;
  }

  private List<double[]> plainMatrices() {
    List<double[]> matrices = new ArrayList<>();
    if (shape.entries() <= FEW_ENTRIES) {
      for (int k = 0; k < shape.entries(); k++) {
        double[] unit = new double[shape.entries()];
        unit[k] = 1;
        matrices.add(unit);
      }
    }
    double[] identity = new double[shape.entries()];
    double[] ones = new double[shape.entries()];
    for (int k = 0; k < ones.length; k++) {
      ones[k] = 1;
      identity[k] = k / shape.columns() == k % shape.columns() ? 1 : 0;
    }
    matrices.add(identity);
    matrices.add(ones);
    return matrices;
  }

  private String words(Matrix matrix) {
    if (shape.entries() > FEW_ENTRIES) {
      return "a " + shape.rows() + "-by-" + shape.columns() + " matrix drawn with seed " + SEED;
    }
    StringJoiner rows = new StringJoiner(", ", "[", "]");
    for (int i = 1; i <= shape.rows(); i++) {
      StringJoiner row = new StringJoiner(", ", "[", "]");
      for (int j = 1; j <= shape.columns(); j++) {
        row.add(number(matrix.entry(i, j)));
      }
      rows.add(row.toString());
    }
    return rows.toString();
  }

  private static String number(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value, SIX_DIGITS).stripTrailingZeros().toString()
        : Double.toString(value);
  }
}
