package io.github.flowcert.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.descent.DescentMethod.Adaptive;
import io.github.flowcert.descent.DescentMethod.GradientDescent;
import io.github.flowcert.descent.DescentMethod.Momentum;
import io.github.flowcert.descent.DescentMethod.Stochastic;
import io.github.flowcert.flow.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescentMethodsTest {

  private static Descent scalar(DescentMethod method, double start, double rate) {
    return method.start(Starting.scalar(), List.of(new double[] {start}), rate, Precision.DOUBLE);
  }

  @Test
  void momentumIsTheHeavyBallRecurrence() {
    // x_{k+1} = x_k - eta (x_k - 1) + mu (x_k - x_{k-1}), the form without a velocity.
    double before = 0.2;
    double x = 0.2 - 0.1 * (0.2 - 1);
    for (int k = 1; k < 30; k++) {
      double next = x - 0.1 * (x - 1) + 0.7 * (x - before);
      before = x;
      x = next;
    }
    Descent descent = scalar(new Momentum(0.7), 0.2, 0.1);
    descent.advance(30, 0, false);
    assertThat(descent.parameters()[0]).isCloseTo(x, within(1e-14));
    assertThat(descent.time()).isCloseTo(30 * 0.1 / 0.3, within(1e-12));
  }

  @Test
  void momentumIsStableUpToTwiceOnePlusItsCoefficientOverTheCurvature() {
    Momentum method = new Momentum(0.5);
    assertThat(method.stableRate(1)).isEqualTo(3);
    Descent stable = scalar(method, 0, 2.99);
    Descent unstable = scalar(method, 0, 3.01);
    stable.advance(20_000, 0, false);
    unstable.advance(20_000, 0, false);
    assertThat(stable.loss()).isLessThan(0.5);
    assertThat(unstable.loss()).isGreaterThan(1e3);
  }

  @Test
  void adaptiveRatesAreThoseOfAppendixC22() {
    // The gradient is x - 1; eta = 0.01, beta = 0.9.
    double x = 3;
    double gamma = 0;
    double time = 0;
    for (int t = 1; t <= 10; t++) {
      gamma = 0.9 * gamma + 0.1 * (x - 1) * (x - 1);
      double rate = 0.01 / (Math.sqrt(gamma / (1 - Math.pow(0.9, t))) + 1e-6);
      x -= rate * (x - 1);
      time += rate;
    }
    Descent descent = scalar(new Adaptive(0.9), 3, 0.01);
    descent.advance(10, 0, false);
    assertThat(descent.parameters()[0]).isCloseTo(x, within(1e-14));
    assertThat(descent.time()).isCloseTo(time, within(1e-15));
  }

  @Test
  void theMeanOfManyStochasticStepsIsTheFullStep() {
    Network network = Starting.rectangular();
    List<double[]> start = Starting.gaussian(network, 5);
    Descent full = new GradientDescent().start(network, start, 0.1, Precision.DOUBLE);
    full.advance(1, 0, false);
    double[] mean = new double[network.parameters()];
    int seeds = 20_000;
    for (int seed = 0; seed < seeds; seed++) {
      Descent one = new Stochastic(1, seed).start(network, start, 0.1, Precision.DOUBLE);
      one.advance(1, 0, false);
      double[] there = one.parameters();
      for (int k = 0; k < mean.length; k++) {
        mean[k] += there[k] / seeds;
      }
    }
    // A standard deviation of about 0.3 over the root of 20000.
    assertThat(mean).containsExactly(full.parameters(), within(0.015));
  }

  @Test
  void aStochasticStepUsesOneEntryAlone() {
    Network network = Starting.analysed(2);
    List<double[]> start = Starting.identity(network, 0.25);
    Descent descent = new Stochastic(1, 1).start(network, start, 0.1, Precision.DOUBLE);
    descent.advance(1, 0, false);
    double[] y = descent.parameters();
    double[] before = {0.5, 0, 0, 0.5, 0.5, 0, 0, 0.5};
    int changed = 0;
    for (int k = 0; k < 8; k++) {
      changed += y[k] == before[k] ? 0 : 1;
    }
    // Of a product of scaled identities one entry moves one entry of each factor.
    assertThat(changed).isEqualTo(2);
  }

  @Test
  void stochasticDescentsOfOneSeedAreOne() {
    Network network = Starting.analysed(3);
    List<double[]> start = Starting.gaussian(network, 2);
    Descent one = new Stochastic(2, 7).start(network, start, 0.01, Precision.DOUBLE);
    Descent same = new Stochastic(2, 7).start(network, start, 0.01, Precision.DOUBLE);
    Descent other = new Stochastic(2, 8).start(network, start, 0.01, Precision.DOUBLE);
    one.advance(100, 0, false);
    same.advance(100, 0, false);
    other.advance(100, 0, false);
    assertThat(one.parameters()).isEqualTo(same.parameters());
    assertThat(one.parameters()).isNotEqualTo(other.parameters());
  }
}
