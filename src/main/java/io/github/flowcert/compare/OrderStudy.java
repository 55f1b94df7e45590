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

  OrderStudy(Network network, Carry start) {
    this.network = network;
    this.start = start;
    this.field = new FactorsCoordinates(network, start, TOLERANCE, TOLERANCE);
  }

  /**
   * Measures both orders.
   *
   * @param at a state of the flow from the start, whose time is used
   */
  Order at(FlowState at) {
    double time = at.time();
    Optional<double[]> flow = integrated(field, time);
    if (flow.isEmpty() || !(time > 0)) {
      return new Order(null, null, "not measured: the factors could not be followed", List.of());
    }
    double sharpness =
        Math.max(Sharpness.at(field, flow.get()), Sharpness.at(field, field.start()));
    long steps = Math.max(FEWEST_STEPS, (long) Math.ceil(time * sharpness / LARGEST));
    List<Measurement> measured = new ArrayList<>();
    for (int k = 0; k < RATES; k++) {
      measure(flow.get(), time, steps << k).ifPresent(measured::add);
    }
    double noise = NOISE * Math.sqrt(squared(flow.get()));
    return new Order(
        slope(measured, Measurement::fromFlow, noise),
        slope(measured, Measurement::fromModifiedFlow, noise),
        String.format(
            Locale.ROOT,
            "distance of all factors at t = %.6g (loss %.3g) for %d learning rates, gradient"
                + " descent in doubles",
            time,
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
