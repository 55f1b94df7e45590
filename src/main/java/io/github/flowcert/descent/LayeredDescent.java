package io.github.flowcert.descent;

import io.github.flowcert.descent.DescentMethod.Adaptive;
import io.github.flowcert.descent.DescentMethod.Momentum;
import io.github.flowcert.descent.DescentMethod.Stochastic;
import io.github.flowcert.flow.Factors;
import io.github.flowcert.flow.Network;
import io.github.flowcert.problem.MatrixCompletion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Every method, for factors of any sizes and in any precision. The gradient with respect to W_l is
 * {@code (W_L .. W_{l+1})^T G (W_{l-1} .. W_1)^T} with G the gradient by the product matrix.
 *
 * @param <M> the entries of a matrix
 */
final class LayeredDescent<M> implements Descent {
  private static final double FLOOR = 1e-6;

  /** Odd, and no multiple of the generator's own increment: draws of iterations do not overlap. */
  private static final long STRIDE = 0xD1342543DE82EF95L;

  private static final String DRAWN = "stochastic descent draws observed entries of a completion";

  private final Arithmetic<M> arithmetic;
  private final Network network;
  private final DescentMethod method;
  private final double rate;
  private final List<M> factors = new ArrayList<>();

  /** below[l] = W_{l+1} .. W_1, so that the last is the product; pulled[l] = (W_L ..)^T G. */
  private final List<M> below = new ArrayList<>();

  private final List<M> pulled = new ArrayList<>();
  private final List<M> gradient = new ArrayList<>();
  private final List<M> velocity = new ArrayList<>();
  private double time;
  private double average;
  private long iteration;
  private double loss = Double.NaN;

  LayeredDescent(
      Arithmetic<M> arithmetic,
      Network network,
      List<double[]> start,
      DescentMethod method,
      double rate) {
    this.arithmetic = arithmetic;
    this.network = network;
    this.method = method;
    this.rate = rate;
    for (int l = 1; l <= network.depth(); l++) {
      int entries = network.width(l) * network.width(l - 1);
      factors.add(arithmetic.of(start.get(l - 1)));
      below.add(arithmetic.zeros(network.width(l) * network.width(0)));
      pulled.add(arithmetic.zeros(network.width(l) * network.width(0)));
      gradient.add(arithmetic.zeros(entries));
      velocity.add(arithmetic.zeros(method instanceof Momentum ? entries : 0));
    }
  }

  @Override
  public Halt advance(long until, double level, boolean watchRise) {
    double ceiling = Double.POSITIVE_INFINITY;
    while (true) {
      forward();
      if (!Double.isFinite(loss)) {
        return Halt.DIVERGED;
      }
      if (loss > ceiling) {
        return Halt.ROSE;
      }
      if (loss <= level) {
        return Halt.LEVEL;
      }
      if (iteration >= until) {
        return Halt.ITERATION;
      }
      ceiling = watchRise ? loss * (1 + RISE) : Double.POSITIVE_INFINITY;
      step();
    }
  }

  /** Products, residuals and the loss of the iterate. */
  private void forward() {
    int depth = network.depth();
    arithmetic.combine(below.get(0), 0, 1, factors.get(0));
    for (int l = 2; l <= depth; l++) {
      arithmetic.multiply(
          factors.get(l - 1),
          below.get(l - 2),
          network.width(l),
          network.width(l - 1),
          network.width(0),
          below.get(l - 1));
    }
    loss = arithmetic.gradient(network.problem(), below.get(depth - 1), pulled.get(depth - 1));
  }

  private void step() {
    if (method instanceof Stochastic stochastic) {
      draw(stochastic);
    }
    backward();
    iteration++;
    double step = stepLength();
    time += step;
    for (int l = 0; l < network.depth(); l++) {
      arithmetic.combine(factors.get(l), 1, -step, direction(l));
    }
  }

  private void backward() {
    int in = network.width(0);
    for (int l = network.depth(); l >= 2; l--) {
      M residual = pulled.get(l - 1);
      int rows = network.width(l);
      int columns = network.width(l - 1);
      arithmetic.multiplyByTransposed(
          residual, below.get(l - 2), rows, in, columns, gradient.get(l - 1));
      arithmetic.multiplyTransposed(
          factors.get(l - 1), residual, columns, rows, in, pulled.get(l - 2));
    }
    arithmetic.combine(gradient.get(0), 0, 1, pulled.get(0));
  }

  /** Keeps the residuals of the entries drawn, each as often as it was drawn. */
  private void draw(Stochastic stochastic) {
    SplittableRandom random = new SplittableRandom(stochastic.seed() ^ (iteration * STRIDE));
    int[] observed = observed();
    int[] times = new int[network.width(network.depth()) * network.width(0)];
    for (int k = 0; k < stochastic.batch(); k++) {
      times[observed[random.nextInt(observed.length)]]++;
    }
    double share = (double) observed.length / stochastic.batch();
    for (int entry : observed) {
      arithmetic.scaleEntry(pulled.get(network.depth() - 1), entry, times[entry] * share);
    }
  }

  private int[] observed() {
    int entries = network.width(network.depth()) * network.width(0);
    MatrixCompletion problem =
        network.problem().completion().orElseThrow(() -> new IllegalStateException(DRAWN));
    return IntStream.range(0, entries).filter(problem::isObserved).toArray();
  }

  private double stepLength() {
    if (!(method instanceof Adaptive adaptive)) {
      return rate;
    }
    double beta = adaptive.averaging();
    double square = 0;
    for (M each : gradient) {
      square += arithmetic.squaredNorm(each);
    }
    average = beta * average + (1 - beta) * square;
    return rate / (Math.sqrt(average / (1 - Math.pow(beta, (double) iteration))) + FLOOR);
  }

  private M direction(int l) {
    if (!(method instanceof Momentum momentum)) {
      return gradient.get(l);
    }
    arithmetic.combine(velocity.get(l), momentum.coefficient(), 1, gradient.get(l));
    return velocity.get(l);
  }

  @Override
  public long iteration() {
    return iteration;
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public double time() {
    // A sum of equal steps would gather rounding errors.
    if (method instanceof Adaptive) {
      return time;
    }
    return (double) iteration * rate / (method instanceof Momentum m ? 1 - m.coefficient() : 1);
  }

  @Override
  public double[] parameters() {
    return Factors.flattened(factors.stream().map(arithmetic::rounded).toList());
  }

  @Override
  public double[] memory() {
    List<double[]> parts = new ArrayList<>();
    factors.forEach(each -> parts.add(arithmetic.store(each)));
    velocity.forEach(each -> parts.add(arithmetic.store(each)));
    parts.add(new double[] {time, average});
    return Factors.flattened(parts);
  }

  @Override
  public void restore(long newIteration, double[] memory) {
    iteration = newIteration;
    int at = load(factors, memory, 0);
    at = load(velocity, memory, at);
    time = memory[at];
    average = memory[at + 1];
  }

  private int load(List<M> matrices, double[] memory, int from) {
    int at = from;
    for (M each : matrices) {
      int size = arithmetic.store(each).length;
      arithmetic.load(Arrays.copyOfRange(memory, at, at + size), each);
      at += size;
    }
    return at;
  }
}
