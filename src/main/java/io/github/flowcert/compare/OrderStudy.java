package io.github.flowcert.compare;

import io.github.flowcert.descent.Descent;
import io.github.flowcert.descent.DescentMethod;
import io.github.flowcert.descent.Precision;
import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.FactorsCoordinates;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Sharpness;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.integrate.Integrators;
import io.github.flowcert.linalg.Flat;
import io.github.flowcert.result.CompareDocument.Estimate;
import io.github.flowcert.result.CompareDocument.Measurement;
import io.github.flowcert.result.CompareDocument.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.hipparchus.ode.OrdinaryDifferentialEquation;

/**
 * The order in the learning rate of the distance between gradient descent and a flow at one fixed
 * time, by regression of logarithms: against gradient flow, and against the flow of the modified
 * objective {@code phi + (eta/4) |grad phi|^2} (backward error analysis to first order), whose
 * field is {@code -grad phi - (eta/2) H grad phi} with H the Hessian.
 */
final class OrderStudy {
  private static final int RATES = 6;

  /** The largest rate of the series, as a share of 1 over the sharpness. */
  private static final double LARGEST = 0.02;

  private static final int FEWEST_STEPS = 50;
  private static final double TOLERANCE = 1e-13;

  /** Distances below this share of the factors are rounding and integration error. */
  private static final double NOISE = 1e-11;

  private final Network network;
  private final Carry start;
  private final FactorsCoordinates field;
  private final Effort effort;
  private final DoubleConsumer progress;

  /**
   * A study of one start.
   *
   * @param progress is told the share of the study that is done, from 0 to 1
   */
  OrderStudy(Network network, Carry start, DoubleConsumer progress) {
    this.network = network;
    this.start = start;
    this.field = new FactorsCoordinates(network, start, TOLERANCE, TOLERANCE);
    this.effort = new Effort(network);
    this.progress = progress;
  }

  /**
   * Measures both orders.
   *
   * @param at a state of the flow from the start, whose time is used
   */
  Order at(FlowState at) {
    double time = at.time();
    double sharpness = Sharpness.at(field, field.start());
    if (iterations(time, sharpness) > effort.iterations()) {
      return unmeasured(effort.refusal(iterations(time, sharpness)));
    }
    Optional<double[]> flow = integrated(field, time);
    if (flow.isEmpty() || !(time > 0)) {
      return unmeasured("not measured: the factors could not be followed");
    }
    sharpness = Math.max(sharpness, Sharpness.at(field, flow.get()));
    return iterations(time, sharpness) > effort.iterations()
        ? unmeasured(effort.refusal(iterations(time, sharpness)))
        : measured(at, flow.get(), (long) fewestSteps(time, sharpness));
  }

  private static Order unmeasured(String why) {
    return new Order(null, null, why, List.of());
  }

  /** Iterations at the largest rate. */
  private static double fewestSteps(double time, double sharpness) {
    return Math.max(FEWEST_STEPS, Math.ceil(time * sharpness / LARGEST));
  }

  /** Iterations at all rates, each half of the one before. */
  private static double iterations(double time, double sharpness) {
    return ((1 << RATES) - 1) * fewestSteps(time, sharpness);
  }

  private Order measured(FlowState at, double[] flow, long steps) {
    List<Measurement> measured = new ArrayList<>();
    for (int k = 0; k < RATES; k++) {
      measure(flow, at.time(), steps << k).ifPresent(measured::add);
      progress.accept(((1 << (k + 1)) - 1.0) / ((1 << RATES) - 1));
    }
    double noise = NOISE * Math.sqrt(squared(flow));
    return new Order(
        slope(measured, Measurement::fromFlow, noise),
        slope(measured, Measurement::fromModifiedFlow, noise),
        String.format(
            Locale.ROOT,
            "distance of all factors at t = %.6g (loss %.3g) for %d learning rates, gradient"
                + " descent in doubles",
            at.time(),
            at.loss(),
            measured.size()),
        List.copyOf(measured));
  }

  private Optional<Measurement> measure(double[] flow, double time, long steps) {
    double rate = time / steps;
    Descent descent =
        new DescentMethod.GradientDescent().start(network, start.factors(), rate, Precision.DOUBLE);
    descent.advance(steps, 0, false);
    return integrated(modifiedFlow(rate), time)
        .filter(modified -> descent.iteration() == steps)
        .map(
            modified ->
                new Measurement(
                    rate,
                    time,
                    distance(descent.parameters(), flow),
                    distance(descent.parameters(), modified)));
  }

  /** Minus the gradient of the modified objective. */
  private double[] modified(double[] y, double rate) {
    double[] slope = field.computeDerivatives(0, y);
    // The derivative of the slope -grad phi along itself is H grad phi.
    double[] bend = field.derivativeAlong(y, slope);
    for (int k = 0; k < slope.length; k++) {
      slope[k] -= rate / 2 * bend[k];
    }
    return slope;
  }

  private Optional<double[]> integrated(OrdinaryDifferentialEquation equation, double time) {
    double[] from = field.start();
    return Optional.ofNullable(
        FactorPath.at(
                List.of(time),
                equation,
                from,
                Integrators.of(IntegratorKind.DORMAND_PRINCE_853, from, TOLERANCE, field, field))
            .get(time));
  }

  /** The flow of the modified objective. */
  private OrdinaryDifferentialEquation modifiedFlow(double rate) {
    return new OrdinaryDifferentialEquation() {
      @Override
      public int getDimension() {
        return field.getDimension();
      }

      @Override
      public double[] computeDerivatives(double t, double[] y) {
        return modified(y, rate);
      }
    };
  }

  private static Estimate slope(
      List<Measurement> measured, ToDoubleFunction<Measurement> distance, double noise) {
    SimpleRegression regression = new SimpleRegression();
    for (Measurement each : measured) {
      double value = distance.applyAsDouble(each);
      if (value > noise) {
        regression.addData(Math.log(each.learningRate()), Math.log(value));
      }
    }
    if (regression.getN() < 3) {
      return null;
    }
    double half = regression.getSlopeConfidenceInterval();
    double slope = regression.getSlope();
    return new Estimate(slope, slope - half, slope + half);
  }

  private static double distance(double[] one, double[] other) {
    double[] difference = one.clone();
    for (int k = 0; k < difference.length; k++) {
      difference[k] -= other[k];
    }
    return Math.sqrt(squared(difference));
  }

  private static double squared(double[] values) {
    return Flat.squaredNorm(values);
  }
}
