package io.github.flowcert.claim;

import io.github.flowcert.flow.FlowState;
import java.util.Locale;

/**
 * The leading square block of a product matrix, as Appendix A of the preprint speaks of it.
 *
 * @param zeroOutside whether the matrix is exactly 0 outside the block
 * @param sign sign of the block's determinant, where nothing is outside; 0 where it cannot be told
 * @param logAbs ln of the size of that determinant
 */
record LeadingBlock(boolean zeroOutside, int sign, double logAbs) {

  /** Singular values this much smaller than the largest may be rounding errors of a product. */
  private static final double ROUNDING = Math.log(1e-13);

  static LeadingBlock of(FlowState state) {
    if (state.isSquare()) {
      return new LeadingBlock(true, state.determinantSign(), state.logAbsDeterminant());
    }
    int size = Math.min(state.rows(), state.columns());
    if (!isZeroOutside(state, size)) {
      return new LeadingBlock(false, 0, Double.NaN);
    }
    double logAbs = 0;
    double[] logs = state.logSingularValues();
    for (double log : logs) {
      logAbs += log;
    }
    boolean clear = logs[size - 1] - logs[0] > ROUNDING;
    return new LeadingBlock(true, clear ? state.leadingDeterminantSign() : 0, logAbs);
  }

  private static boolean isZeroOutside(FlowState state, int size) {
    for (int i = 1; i <= state.rows(); i++) {
      for (int j = 1; j <= state.columns(); j++) {
        if ((i > size || j > size) && state.entry(i, j) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  boolean hasPositiveDeterminant() {
    return zeroOutside && sign > 0;
  }

  /** What was found, in words. */
  String words() {
    if (!zeroOutside) {
      return "the initial product matrix has entries outside its leading square block";
    }
    if (sign == 0) {
      return "the determinant is 0, or too near it for its sign to be told";
    }
    return String.format(
        Locale.ROOT, "determinant is %s10^(%.2f)", sign < 0 ? "-" : "", logAbs / Math.log(10));
  }
}
