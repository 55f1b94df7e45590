package io.github.flowcert.report;

import io.github.flowcert.report.Plot.Axis;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;

/** The figure of both sides of a claim against the loss. */
final class ClaimFigure {

  private static final double WIDE = 20;

  private ClaimFigure() {}

  /** The figure; without curves where the claim is not one comparison. */
  static Figure of(ResultDocument document, ClaimResult claim) {
    Trajectory run = Trajectory.of(document.flow());
    boolean compared = claim.left() != null && claim.right() != null;
    List<Curve> curves =
        compared
            ? List.of(
                Curve.of("left side", Ink.BLUE, run.losses(), claim.left()),
                Curve.of("right side", Ink.ORANGE, run.losses(), claim.right()))
            : List.of();
    Scale scale = compared ? scale(claim) : Scale.LINEAR;
    return new Figure(
        id(claim),
        caption(claim, scale),
        new Plot(Trajectory.LOSS, new Axis("value", scale), curves, run.horizonLoss()));
  }

  /** Identifier of the claim's figure on its page. */
  static String id(ClaimResult claim) {
    return ClaimView.anchor(claim) + "-sides";
  }

  private static String caption(ClaimResult claim, Scale scale) {
    String norm = claim.norm() == null ? "" : " for the norm " + claim.norm();
    String hidden = scale == Scale.LOG10 ? " Logarithmic: only positive values can be drawn." : "";
    return "Both sides of "
        + claim.id()
        + norm
        + " against the loss: left side solid, right side"
        + " dashed."
        + hidden;
  }

  // Logarithmic where the left side is positive throughout and spans more than a decade or so.
  private static Scale scale(ClaimResult claim) {
    DoubleSummaryStatistics left =
        claim.left().stream()
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    return left.getMin() > 0 && left.getMax() > WIDE * left.getMin() ? Scale.LOG10 : Scale.LINEAR;
  }
}
