package io.github.flowcert.claim;

import io.github.flowcert.flow.DepthGap;
import io.github.flowcert.problem.CommutingMeasurements;
import io.github.flowcert.problem.MatrixSensing;
import java.util.Locale;
import java.util.Optional;

/**
 * What hypotheses about measurements ask.
 *
 * @param facts the facts of the case
 * @param sensing the problem; empty where it is another
 * @param square the measurements of square matrices; empty where there are none
 */
record SensingFacts(
    CaseFacts facts, Optional<MatrixSensing> sensing, Optional<CommutingMeasurements> square) {
  private static final double ROUNDING = 1e-12;

  static SensingFacts of(CaseFacts facts) {
    Optional<MatrixSensing> sensing =
        facts.problem() instanceof MatrixSensing problem ? Optional.of(problem) : Optional.empty();
    return new SensingFacts(facts, sensing, CommutingMeasurements.of(facts.problem()));
  }

  boolean isSymmetric() {
    return square.filter(CommutingMeasurements::areSymmetric).isPresent()
        && square.filter(CommutingMeasurements::areIndependent).isPresent();
  }

  String symmetry() {
    return square
        .map(
            each ->
                (each.areSymmetric() ? "they are symmetric" : "at least one is not symmetric")
                    + (each.areIndependent() ? "" : ", and they are linearly dependent"))
        .orElseGet(this::other);
  }

  boolean commutes() {
    return square.filter(CommutingMeasurements::commute).isPresent();
  }

  String commutators() {
    return square
        .map(
            each ->
                String.format(
                    Locale.ROOT,
                    "the largest commutator is %.3g of the product of their norms",
                    each.largestCommutator()))
        .orElseGet(this::other);
  }

  /** 0 where there is none, or it is not known. */
  double leastNuclearNorm() {
    return isSymmetric() && commutes() ? square.orElseThrow().leastNuclearNorm().orElse(0) : 0;
  }

  String leastNorm() {
    double least = leastNuclearNorm();
    return least > 0
        ? String.format(Locale.ROOT, "their least nuclear norm is %.6g", least)
        : "none is known";
  }

  boolean isFreeToTilt() {
    return sensing
        .filter(each -> each.isSquare() && each.rows() > 1 && tilts(each) == 0)
        .isPresent();
  }

  String tilt() {
    return sensing
        .filter(each -> each.isSquare() && each.rows() > 1)
        .map(
            each ->
                String.format(
                    Locale.ROOT, "it changes a measurement by up to %.3g of it", tilts(each)))
        .orElseGet(this::other);
  }

  private static double tilts(MatrixSensing problem) {
    double largest = 0;
    for (int i = 0; i < problem.observations(); i++) {
      double[] matrix = problem.matrix(i);
      largest = Math.max(largest, Math.abs(matrix[1] + matrix[problem.columns()]));
    }
    return largest;
  }

  boolean sharesSingularVectors() {
    return sensing.filter(each -> each.observations() == 1).isPresent()
        && offDiagonal() <= ROUNDING;
  }

  String sharedVectors() {
    return sensing
        .filter(each -> each.observations() == 1)
        .map(
            each ->
                String.format(
                    Locale.ROOT,
                    "in the nearest common bases found, up to %.3g of a matrix is off the diagonal",
                    offDiagonal()))
        .orElseGet(this::other);
  }

  private double offDiagonal() {
    double[] initial = facts.initial().product();
    return new DepthGap(sensing.orElseThrow(), facts.depth(), initial).offDiagonal();
  }

  private String other() {
    return Findings.observations(facts);
  }
}
