package io.github.flowcert.sweep;

import io.github.flowcert.result.SweepDocument.ClaimTally;
import io.github.flowcert.result.SweepDocument.Extreme;
import io.github.flowcert.result.SweepHeader;
import io.github.flowcert.result.SweepRecord;
import io.github.flowcert.result.SweepRecord.Claim;

/** What becomes of one claim over the cases of a sweep. */
final class ClaimCounts {
  private final String id;
  private final String norm;
  private final Counts counts = new Counts();
  private Found worst;
  private Found tightest;

  /** A verdict and the case it was given on. */
  private record Found(String name, Claim claim) {}

  ClaimCounts(Claim first) {
    this.id = first.id();
    this.norm = first.norm();
  }

  void add(SweepRecord record, Claim claim) {
    counts.add(claim.status());
    if (claim.margin() != null && (worst == null || claim.margin() < worst.claim.margin())) {
      worst = new Found(record.name(), claim);
    }
    boolean tighter =
        claim.tightness() != null
            && (tightest == null || claim.tightness() > tightest.claim.tightness());
    if (tighter) {
      tightest = new Found(record.name(), claim);
    }
  }

  ClaimTally tally(SweepHeader header) {
    return new ClaimTally(
        id, norm, counts.byWord(), extreme(worst, header), extreme(tightest, header));
  }

  private static Extreme extreme(Found found, SweepHeader header) {
    if (found == null) {
      return null;
    }
    Claim claim = found.claim;
    return new Extreme(
        found.name,
        claim.status(),
        claim.margin(),
        claim.marginError(),
        claim.tightness(),
        header.command(found.name));
  }
}
