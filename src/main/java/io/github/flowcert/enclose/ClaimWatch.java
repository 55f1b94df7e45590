package io.github.flowcert.enclose;

import io.github.flowcert.enclose.TubeClaim.Judgement;
import io.github.flowcert.enclose.TubeFinding.Kind;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.reading.Truth;

/** Watches a claim along a tube, window by window. */
final class ClaimWatch {
  /** Windows are halved at most so often to decide a claim. */
  private static final int MOST_HALVINGS = 14;

  /** And so often only to see how small the margin gets. */
  private static final int HALVINGS_FOR_MARGIN = 3;

  /** And so often to see how long a claim fails. */
  private static final int HALVINGS_FOR_SPAN = 8;

  private final TubeClaim claim;
  private boolean claimed;
  private Interval least = Interval.ENTIRE;
  private double from;
  private double to;
  private TubeFinding open;
  private TubeFinding refuted;
  private boolean done;

  ClaimWatch(TubeClaim claim) {
    this.claim = claim;
  }

  /** Whether nothing that comes can change what is known. */
  boolean isDecided() {
    return done;
  }

  /**
   * Looks at a window. Once the claim was left open somewhere, as where it begins to fail, it can
   * only be refuted, and once refuted, in a longer span.
   *
   * @param halvings how often the step was halved to get it
   * @return whether to look at both halves of it instead
   */
  boolean look(Window window, int halvings) {
    Judgement found = claim.judge(window);
    boolean fails = found.holds() == Truth.FALSE && found.applies() == Truth.TRUE;
    if (fails) {
      refute(window, found.margin());
      return false;
    }
    if (refuted != null) {
      done = halvings >= HALVINGS_FOR_SPAN;
      return !done;
    }
    if (open != null || found.applies() == Truth.FALSE) {
      return false;
    }
    if (found.holds() == Truth.TRUE) {
      boolean finer = halvings < HALVINGS_FOR_MARGIN && mayBeLeast(found.margin());
      if (!finer) {
        record(window, found);
      }
      return finer;
    }
    if (halvings < MOST_HALVINGS) {
      return true;
    }
    open = new TubeFinding(Kind.UNDECIDED, found.margin(), window.from(), window.to());
    return false;
  }

  private void refute(Window window, Interval margin) {
    refuted =
        refuted == null
            ? new TubeFinding(Kind.REFUTED, margin, window.from(), window.to())
            : new TubeFinding(
                Kind.REFUTED, refuted.margin().hull(margin), refuted.from(), window.to());
  }

  private boolean mayBeLeast(Interval margin) {
    boolean wide = margin.width() > 0.01 * margin.magnitude();
    return wide && (!claimed || margin.lower() < least.lower());
  }

  private void record(Window window, Judgement found) {
    Interval margin = found.margin();
    if (!claimed || margin.lower() < least.lower()) {
      from = window.from();
      to = window.to();
    }
    // Where the condition may fail, the margin there need not be one that counts.
    Interval counts =
        found.applies() == Truth.TRUE
            ? margin
            : Interval.of(margin.lower(), Double.POSITIVE_INFINITY);
    least = claimed ? least.min(counts) : counts;
    claimed = true;
  }

  /**
   * What is known.
   *
   * @param reached whether the tube was followed to its end
   * @param time the time it reached
   */
  TubeFinding finding(boolean reached, double time) {
    if (refuted != null || open != null) {
      return refuted != null ? refuted : open;
    }
    if (!reached) {
      return new TubeFinding(Kind.UNDECIDED, Interval.ENTIRE, time, time);
    }
    return claimed
        ? new TubeFinding(Kind.ENCLOSED, least, from, to)
        : new TubeFinding(Kind.SILENT, Interval.ENTIRE, 0, time);
  }
}
