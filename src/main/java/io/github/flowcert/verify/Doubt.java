package io.github.flowcert.verify;

import java.util.Arrays;
import java.util.List;

/** Why a computed trajectory is trusted no further. */
public enum Doubt {
  SIGN(
      "trust-sign",
      "the computed determinant changes sign, which the flow's cannot",
      "Along the flow of balanced factors of depth 2 or more the determinant of the product matrix"
          + " keeps its sign (Lemma 3). Where the computed one does not, the computation has left the"
          + " trajectory for another."),
  RATIO(
      "trust-ratio",
      "the smallest singular value falls below %.1e of the largest, which these coordinates cannot"
          + " represent",
      "In coordinates that do not carry logarithms of singular values, rounding of the largest one"
          + " buries the smallest, and with it the sign of the determinant. Formulation auto avoids"
          + " this where it can."),
  SECOND_RUN_ENDS(
      "trust-second-run",
      "a second run at a tighter tolerance did not get further",
      "Errors are estimated by a second run. Where it ended early there is nothing to compare with."),
  SMALLEST_DIFFERS(
      "trust-smallest",
      "a second run at a tighter tolerance finds another smallest singular value",
      "Two runs that disagree on the smallest singular value do not know the determinant, on which"
          + " claims rest. A tighter tolerance may carry further."),
  PRODUCTS_DIFFER(
      "trust-product",
      "a second run at a tighter tolerance differs by more than 0.1 % from here on",
      "Where theory does not keep the determinant's sign, the product matrices of two runs are"
          + " compared instead. A tighter tolerance may carry further.");

  private final String id;
  private final String reason;
  private final String meaning;

  Doubt(String id, String reason, String meaning) {
    this.id = id;
    this.reason = reason;
    this.meaning = meaning;
  }

  /** Its identifier. */
  public String id() {
    return id;
  }

  /** The reason as documents give it; a number may have its place in it. */
  String reason() {
    return reason;
  }

  /** What it means, for people. */
  public String meaning() {
    return "Trust in the computed trajectory ends because "
        + reason.replace("%.1e", "so small a share")
        + ". "
        + meaning
        + " Claims are judged up to there, and beyond it nothing is claimed.";
  }

  /** All of them, in order. */
  public static List<Doubt> all() {
    return Arrays.asList(values());
  }
}
