package io.github.flowcert.descent;

import io.github.flowcert.flow.Network;
import java.util.List;

/**
 * A variant of gradient descent with learning rate eta on the factors, theta_k to theta_{k+1}, for
 * the objective phi of eq. (2): the loss of the product matrix as a function of the factors.
 */
public sealed interface DescentMethod {

  /** The word used in case files and documents. */
  String word();

  /**
   * The largest learning rate at which a quadratic objective of this curvature is descended stably.
   *
   * @param sharpness the largest eigenvalue of its Hessian, above 0
   */
  default double stableRate(double sharpness) {
    return 2 / sharpness;
  }

  /**
   * The learning rate of an iteration in which flow time advances by so much; it is eta except
   * where rates adapt.
   */
  default double rateOf(double timePerIteration) {
    return timePerIteration;
  }

  /**
   * A descent at its start.
   *
   * @param network the factorization
   * @param factors W_1 .. W_L, flat
   * @param rate learning rate eta, above 0
   */
  default Descent start(Network network, List<double[]> factors, double rate, Precision precision) {
    return switch (precision) {
      case SINGLE -> new LayeredDescent<>(new SingleArithmetic(), network, factors, this, rate);
      case DOUBLE -> new LayeredDescent<>(new DoubleArithmetic(), network, factors, this, rate);
      case DOUBLE_DOUBLE ->
          new LayeredDescent<>(new DoubleDoubleArithmetic(), network, factors, this, rate);
    };
  }

  /** {@code theta_{k+1} = theta_k - eta grad phi(theta_k)}; flow time is k eta. */
  record GradientDescent() implements DescentMethod {
    @Override
    public String word() {
      return "gradient-descent";
    }

    @Override
    public Descent start(
        Network network, List<double[]> factors, double rate, Precision precision) {
      boolean fits = precision == Precision.DOUBLE && TwoByTwoDescent.fits(network);
      return network
          .problem()
          .completion()
          .filter(problem -> fits)
          .<Descent>map(problem -> new TwoByTwoDescent(problem, factors, rate))
          .orElseGet(() -> DescentMethod.super.start(network, factors, rate, precision));
    }
  }

  /**
   * Heavy ball: {@code v_{k+1} = mu v_k + grad phi(theta_k)}, {@code theta_{k+1} = theta_k - eta
   * v_{k+1}}, v_0 = 0; flow time is k eta / (1 - mu).
   *
   * @param coefficient mu, from 0 to below 1
   */
  record Momentum(double coefficient) implements DescentMethod {
    @Override
    public String word() {
      return "momentum";
    }

    @Override
    public double stableRate(double sharpness) {
      return 2 * (1 + coefficient) / sharpness;
    }

    @Override
    public double rateOf(double timePerIteration) {
      return timePerIteration * (1 - coefficient);
    }
  }

  /**
   * Stochastic gradient descent over the observed entries: in each iteration the residuals of
   * {@code batch} entries, drawn with replacement, scaled by their share so that the expected
   * gradient is that of the whole loss. Which entries depends on the seed and the iteration alone.
   *
   * @param batch entries in an iteration, at least 1
   * @param seed seed of the draws
   */
  record Stochastic(int batch, long seed) implements DescentMethod {
    @Override
    public String word() {
      return "stochastic";
    }
  }

  /**
   * The adaptive rates of Appendix C.2.2 of the preprint: the direction is the gradient's, the rate
   * {@code eta / (sqrt(gamma_k / (1 - beta^k)) + 1e-6)} with {@code gamma_k = beta gamma_{k-1} + (1
   * - beta) |grad phi|^2}, gamma_0 = 0; flow time is the sum of the rates.
   *
   * @param averaging beta, above 0 and below 1
   */
  record Adaptive(double averaging) implements DescentMethod {
    @Override
    public String word() {
      return "adaptive";
    }
  }
}
