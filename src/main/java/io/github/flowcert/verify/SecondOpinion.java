package io.github.flowcert.verify;

import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.FactorsCoordinates;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Network;
import io.github.flowcert.result.ResultDocument.CrossCheck;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * The same flow and the same measured quantities by Apache Commons Math, which shares no code with
 * the integrators here: its Dormand-Prince method on the factors, eq. (4), and its singular value
 * decomposition.
 */
final class SecondOpinion {
  private static final int WORK = 400_000;
  private static final double TOLERANCE = 1e-11;

  /** Times that lie closer than this share of them are one: the library refuses to step there. */
  private static final double SAME_TIME = 1e-12;

  private SecondOpinion() {}

  /** The checks for a run's samples. */
  static List<CrossCheck> of(Network network, Carry start, List<FlowState> samples) {
    List<CrossCheck> checks = new ArrayList<>();
    checks.add(trajectory(network, start, samples));
    checks.add(singularValues(samples));
    return checks;
  }

  private static CrossCheck trajectory(Network network, Carry start, List<FlowState> samples) {
    String what = "product matrix along the curve";
    String by = "Apache Commons Math: Dormand-Prince 8(5,3) on the factors";
    FactorsCoordinates field = new FactorsCoordinates(network, start, TOLERANCE, TOLERANCE);
    DormandPrince853Integrator integrator =
        new DormandPrince853Integrator(1e-300, 1e300, TOLERANCE * 1e-6, TOLERANCE);
    // An explicit method crawls where the flow is stiff: so much work, and no further.
    int budget = WORK / field.getDimension();
    double[] y = field.start();
    double time = 0;
    double largest = 0;
    int compared = 0;
    for (FlowState sample : samples) {
      try {
        integrator.setMaxEvaluations(budget);
        double[] next = new double[y.length];
        if (sample.time() - time > SAME_TIME * sample.time()) {
          integrator.integrate(equations(field), time, y, sample.time(), next);
          budget -= integrator.getEvaluations();
          y = next;
          time = sample.time();
        }
      } catch (MathIllegalStateException exhausted) {
        break;
      }
      double[] product = field.observe(time, y).product();
      largest = Math.max(largest, Differences.relative(sample.product(), product));
      compared++;
    }
    String note =
        compared == 0 && !samples.isEmpty()
            ? "explicit method too slow to reach the first point"
            : compared + " of " + samples.size() + " points reached";
    return new CrossCheck(what, by, compared == 0 ? null : largest, time, note);
  }

  private static FirstOrderDifferentialEquations equations(FactorsCoordinates field) {
    return new FirstOrderDifferentialEquations() {
      @Override
      public int getDimension() {
        return field.getDimension();
      }

      @Override
      public void computeDerivatives(double t, double[] y, double[] yDot) {
        System.arraycopy(field.computeDerivatives(t, y), 0, yDot, 0, yDot.length);
      }
    };
  }

  private static CrossCheck singularValues(List<FlowState> samples) {
    double largest = 0;
    double until = 0;
    for (FlowState sample : samples) {
      double[][] rows = new double[sample.rows()][sample.columns()];
      for (int k = 0; k < sample.product().length; k++) {
        rows[k / sample.columns()][k % sample.columns()] = sample.product()[k];
      }
      double[] theirs =
          new SingularValueDecomposition(new Array2DRowRealMatrix(rows)).getSingularValues();
      for (int r = 0; r < theirs.length; r++) {
        double ours = Math.exp(sample.logSingularValues()[r]);
        largest =
            Math.max(largest, Math.abs(ours - theirs[r]) / Math.max(theirs[0], Double.MIN_NORMAL));
      }
      until = sample.time();
    }
    return new CrossCheck(
        "singular values of the product matrix",
        "Apache Commons Math: singular value decomposition",
        largest,
        until,
        "relative to the largest; that library's small singular values carry no digits here");
  }
}
