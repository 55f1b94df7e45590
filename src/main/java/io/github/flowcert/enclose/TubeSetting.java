package io.github.flowcert.enclose;

import io.github.flowcert.interval.Interval;

/**
 * What stays the same along a tube while claims are judged.
 *
 * @param residuals what is observed
 * @param soleUnobserved flat index of the only unobserved entry; -1 where there is none or more
 * @param infimalRank the infimal rank of the solutions, where one entry is unobserved
 * @param determinantSign sign of the determinant all over the starts; 0 where there is none
 * @param relativeTolerance relative tolerance of the case
 * @param absoluteTolerance absolute tolerance of the case
 */
public record TubeSetting(
    Residuals residuals,
    int soleUnobserved,
    int infimalRank,
    int determinantSign,
    Interval relativeTolerance,
    Interval absoluteTolerance) {

  Interval target(int index) {
    return residuals.targets().get(index).orElseThrow();
  }
}
