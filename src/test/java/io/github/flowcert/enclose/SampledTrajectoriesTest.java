package io.github.flowcert.enclose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.lohner.Integrator;
import io.github.flowcert.lohner.IntervalMatrix;
import io.github.flowcert.lohner.Orders;
import io.github.flowcert.problem.MatrixCompletion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Trajectories from random starts of a box, by Hipparchus at tolerance 1e-13 from the right-hand
 * side of eq. (4) in plain loops, lie in the tube at random times. They are off by far less than
 * 1e-10.
 */
class SampledTrajectoriesTest {
  private static final double OFF = 1e-10;
  private static final double UNTIL = 3;
  private static final double RADIUS = 1e-5;
  private static final int SAMPLES = 1000;
  private static final MatrixCompletion PROBLEM =
      MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.0}});
  private static final Residuals RESIDUALS =
      new Residuals(
          2,
          2,
          List.of(
              Optional.empty(),
              Optional.of(Interval.ONE),
              Optional.of(Interval.ONE),
              Optional.of(Interval.ZERO)));

  private static double[] times(double[] a, double[] b) {
    return new double[] {
      a[0] * b[0] + a[1] * b[2],
      a[0] * b[1] + a[1] * b[3],
      a[2] * b[0] + a[3] * b[2],
      a[2] * b[1] + a[3] * b[3]
    };
  }

  private static double[] transpose(double[] a) {
    return new double[] {a[0], a[2], a[1], a[3]};
  }

  private static double[] product(List<double[]> factors, int from, int to) {
    double[] product = {1, 0, 0, 1};
    for (int l = from; l < to; l++) {
      product = times(factors.get(l), product);
    }
    return product;
  }

  private static List<double[]> factors(double[] y) {
    return IntStream.range(0, y.length / 4)
        .mapToObj(l -> new double[] {y[4 * l], y[4 * l + 1], y[4 * l + 2], y[4 * l + 3]})
        .toList();
  }

  private static double[] slopes(double[] y) {
    List<double[]> w = factors(y);
    double[] p = product(w, 0, w.size());
    double[] gradient = {0, p[1] - 1, p[2] - 1, p[3]};
    double[] slopes = new double[y.length];
    for (int l = 0; l < w.size(); l++) {
      double[] above = transpose(product(w, l + 1, w.size()));
      double[] part = times(times(above, gradient), transpose(product(w, 0, l)));
      for (int k = 0; k < 4; k++) {
        slopes[4 * l + k] = -part[k];
      }
    }
    return slopes;
  }

  private record Equations(int dimension) implements OrdinaryDifferentialEquation {
    @Override
    public int getDimension() {
      return dimension;
    }

    @Override
    public double[] computeDerivatives(double t, double[] y) {
      return slopes(y);
    }
  }

  private static double[] flowed(double[] start, double time) {
    return new DormandPrince853Integrator(1e-12, 1, 1e-13, 1e-13)
        .integrate(new Equations(start.length), new ODEState(0, start), time)
        .getPrimaryState();
  }

  private record Sample(double time, double[] product) {}

  private static double[] random(Random random, double[] middle) {
    double[] moved = middle.clone();
    for (int k = 0; k < moved.length; k++) {
      moved[k] += (2 * random.nextDouble() - 1) * RADIUS;
    }
    return moved;
  }

  private static double[] flat(List<double[]> factors) {
    return factors.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
  }

  private static List<Sample> samples(int depth, boolean balanced, double[] middle) {
    Network network = new Network(PROBLEM, IntStream.range(1, depth).mapToObj(l -> 2).toList());
    Random random = new Random(depth);
    List<Sample> samples = new ArrayList<>();
    for (int k = 0; k < SAMPLES; k++) {
      double[] start = random(random, middle);
      double[] factors = balanced ? flat(Starts.product(network, start).factors()) : start;
      double time = 0.01 + random.nextDouble() * (UNTIL - 0.01);
      double[] end = flowed(factors, time);
      samples.add(new Sample(time, product(factors(end), 0, depth)));
    }
    return samples;
  }

  private static TubeStart start(int depth, boolean balanced, double[] middle) {
    Interval[] entries =
        java.util.Arrays.stream(middle).mapToObj(Interval::of).toArray(Interval[]::new);
    Interval radius = Interval.of(-RADIUS * 1.0001, RADIUS * 1.0001);
    return balanced
        ? TubeStarts.balanced(depth, RESIDUALS, entries, radius).orElseThrow()
        : TubeStarts.factors(
            IntStream.rangeClosed(0, depth).mapToObj(l -> 2).toList(), RESIDUALS, entries, radius);
  }

  @ParameterizedTest
  @CsvSource({
    "2, true, 1, 3 5 12 20",
    "2, true, -1, 3 9",
    "3, true, 1, 3 5 12 20",
    "3, true, -1, 3 9",
    "4, true, 1, 3 6 12",
    "2, false, 1, 3 5 12 20",
    "3, false, 1, 3 8 14"
  })
  void trajectoriesLieInTheTubesOfEveryOrder(int depth, boolean balanced, int sign, String orders) {
    double[] block = {0.6, 0.1, -0.05, 0.5 * sign};
    double[] middle =
        balanced ? block : flat(IntStream.range(0, depth).mapToObj(l -> block).toList());
    List<Sample> samples = samples(depth, balanced, middle);
    for (String order : orders.split(" ", -1)) {
      checkTube(start(depth, balanced, middle), Integer.parseInt(order), samples);
    }
  }

  private static void checkTube(TubeStart start, int order, List<Sample> samples) {
    int[] seen = {0};
    Integrator.End end =
        new Integrator(start.coordinates().tape(), Orders.only(order), 0x1p-57)
            .integrate(
                start.set(),
                UNTIL,
                step -> {
                  for (Sample sample : samples) {
                    if (sample.time > step.from() && sample.time <= step.to()) {
                      seen[0]++;
                      IntervalMatrix box = step.slice(sample.time, sample.time).box();
                      check(start.coordinates(), box, sample);
                    }
                  }
                  return true;
                });
    assertThat(end.stuck()).isFalse();
    assertThat(seen[0]).isEqualTo(SAMPLES);
  }

  private static void check(Coordinates coordinates, IntervalMatrix box, Sample sample) {
    TubeState state = coordinates.at(box.entries(), Interval.of(sample.time));
    for (int k = 0; k < 4; k++) {
      Interval entry = state.product().get(k).values();
      assertThat(entry.lower()).isLessThanOrEqualTo(sample.product[k] + OFF);
      assertThat(entry.upper()).isGreaterThanOrEqualTo(sample.product[k] - OFF);
      assertThat(entry.width()).isLessThan(0.05);
    }
    double[] p = sample.product;
    Interval determinant = state.determinant().orElseThrow().values();
    assertThat(determinant.lower()).isLessThanOrEqualTo(p[0] * p[3] - p[1] * p[2] + OFF);
    assertThat(determinant.upper()).isGreaterThanOrEqualTo(p[0] * p[3] - p[1] * p[2] - OFF);
  }
}
