package io.github.flowcert.verify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.claim.ScalePoint;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.norm.Matrix;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.problem.CommutingMeasurements;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.simulate.FlowRun;
import io.github.flowcert.simulate.FlowSettings;
import io.github.flowcert.simulate.Trajectory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was measured of a claim about a limit as the start shrinks: at the ends of flows from alpha
 * I for a sequence of alpha. A limit is not refuted by a sequence that has not come near it: where
 * such a claim is not seen to hold, it is left open.
 */
final class ScaleMeasurement implements Measurement {
  private static final int DECADES = 5;

  /** Of the loss at 0, that is relative to the labels. */
  private static final double TINY_LOSS = 1e-20;

  private static final double LOOSE = 1e-9;
  private static final double TIGHT = 1e-11;

  private final JudgedClaim claim;
  private final Case from;
  private final List<ScalePoint> points;
  private final List<ScalePoint> tighter;
  private String unreached;

  ScaleMeasurement(JudgedClaim claim, Case from) {
    this.claim = claim;
    this.from = from;
    this.points = sequence(LOOSE);
    this.tighter = sequence(TIGHT);
  }

  private List<ScalePoint> sequence(double tolerance) {
    double least =
        CommutingMeasurements.of(from.problem()).orElseThrow().leastNuclearNorm().orElseThrow();
    List<ScalePoint> sequence = new ArrayList<>();
    Matrix previous = null;
    for (int decade = 1; decade <= DECADES; decade++) {
      double alpha = Math.pow(10, -decade);
      Matrix end = end(alpha, tolerance);
      sequence.add(new ScalePoint(from.problem(), alpha, end, least, previous));
      previous = end;
    }
    return sequence;
  }

  private Matrix end(double alpha, double tolerance) {
    Network network = new Network(from.problem(), from.factorization().hidden());
    FlowSettings settings =
        new FlowSettings(
            Formulation.AUTO,
            IntegratorKind.AUTO,
            tolerance,
            from.flow().absolute(),
            TINY_LOSS * Math.min(1, lossAtZero()),
            from.flow().untilTime(),
            from.flow().untilSteps(),
            List.of(),
            List.of());
    Trajectory run = FlowRun.integrate(network, Starts.identity(network, alpha), settings);
    FlowState end = run.end();
    if (run.stop() != Trajectory.Stop.LOSS) {
      unreached =
          "the flow from alpha = "
              + Words.number(alpha)
              + " stopped at loss "
              + Words.number(end.loss())
              + " ("
              + run.stop().word()
              + ")";
    }
    return new Matrix(new Shape(end.rows(), end.columns()), end.product(), end::logSingularValues);
  }

  private double lossAtZero() {
    return from.problem().loss(new double[from.problem().rows() * from.problem().columns()]);
  }

  /** The least margin, and where. */
  private Optional<Integer> worst() {
    return IntStream.range(0, points.size())
        .boxed()
        .filter(k -> claim.at(points.get(k)).isPresent())
        .min(Comparator.comparingDouble(k -> claim.at(points.get(k)).orElseThrow().margin()));
  }

  private double error(int k) {
    Sides sides = claim.at(points.get(k)).orElseThrow();
    double other = claim.at(tighter.get(k)).map(Sides::margin).orElse(sides.margin());
    return sides.rounding() + Math.abs(sides.margin() - other);
  }

  @Override
  public Optional<Least> least() {
    return worst()
        .filter(k -> unreached == null)
        .filter(k -> claim.at(points.get(k)).orElseThrow().margin() >= -error(k))
        .map(
            k -> {
              Sides sides = claim.at(points.get(k)).orElseThrow();
              return new Least(sides, error(k), place(k), witness(sides));
            });
  }

  private String place(int k) {
    return "alpha = " + Words.number(points.get(k).alpha());
  }

  private static ClaimResult.Witness witness(Sides sides) {
    return ClaimResult.Witness.nowhere(Words.finite(sides.left()), Words.finite(sides.right()));
  }

  @Override
  public Optional<Tightest> tightest() {
    return worst()
        .map(k -> claim.at(points.get(k)).orElseThrow())
        .filter(sides -> !Double.isNaN(sides.tightness()))
        .map(sides -> new Tightest(sides.tightness(), witness(sides)));
  }

  @Override
  public Optional<String> gap() {
    if (unreached != null) {
      return Optional.of(unreached);
    }
    return worst()
        .filter(k -> !(claim.at(points.get(k)).orElseThrow().margin() >= -error(k)))
        .map(
            k -> {
              Sides sides = claim.at(points.get(k)).orElseThrow();
              return "not seen at "
                  + place(k)
                  + ": left side "
                  + Words.number(sides.left())
                  + ", right side "
                  + Words.number(sides.right())
                  + "; it is claimed of the limit, which such a sequence does not refute; "
                  + excesses();
            });
  }

  @Override
  public Optional<String> doubt() {
    return Optional.empty();
  }

  @Override
  public String nowhere() {
    return "its condition held at no alpha of the sequence";
  }

  @Override
  public String note() {
    return "shown for these alpha alone, W(0) = alpha I; nothing is said of the limit itself; "
        + excesses();
  }

  private String excesses() {
    List<String> all =
        points.stream()
            .map(
                point ->
                    Words.number(point.symbol("nuclearexcess"))
                        + " at alpha = "
                        + Words.number(point.alpha()))
            .toList();
    return "excess of the nuclear norm over the least, "
        + Words.number(points.get(0).least())
        + ", relative to it: "
        + String.join(", ", all);
  }
}
