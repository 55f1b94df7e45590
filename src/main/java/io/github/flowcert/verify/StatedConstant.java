package io.github.flowcert.verify;

import io.github.flowcert.claim.Setting;
import io.github.flowcert.norm.NormTrial;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.norm.StatedNorm;
import io.github.flowcert.result.ClaimResult.Hypothesis;
import java.util.Optional;

/**
 * That a user's own function of a matrix is a quasi-norm with the triangle constant given. It is a
 * hypothesis of every claim judged for that norm, and nothing proves it.
 *
 * @param norm the norm
 * @param shape the shape of the matrices
 */
record StatedConstant(StatedNorm norm, Shape shape) {

  /** The hypothesis of claims in that setting, if they are judged for a norm of the user's own. */
  static Optional<StatedConstant> of(Setting setting) {
    Shape shape = new Shape(setting.problem().rows(), setting.problem().columns());
    return setting.norm() instanceof StatedNorm stated
        ? Optional.of(new StatedConstant(stated, shape))
        : Optional.empty();
  }

  /** It counts as holding: a case file for whose norm it fails is refused. */
  Hypothesis hypothesis() {
    return new Hypothesis(
        "triangle-constant-stated",
        "'"
            + norm.name()
            + "', "
            + norm.text()
            + ", is a norm or quasi-norm with c = "
            + norm.triangle(),
        true,
        "stated in the case file, not proved; "
            + NormTrial.pairs(shape)
            + " random pairs of matrices (seed "
            + NormTrial.SEED
            + ") did not break it");
  }

  /** The same for the reason of a verdict. */
  String caveat() {
    return "that '"
        + norm.name()
        + "' is a quasi-norm with c = "
        + norm.triangle()
        + " is stated in the case file, not proved";
  }
}
