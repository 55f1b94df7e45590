package io.github.flowcert.verify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.FlowOptions;
import io.github.flowcert.claim.CaseFacts;
import io.github.flowcert.claim.Hypothesis;
import io.github.flowcert.enclose.Horizon;
import io.github.flowcert.enclose.Tube;
import io.github.flowcert.enclose.TubeClaim;
import io.github.flowcert.enclose.TubeSetting;
import io.github.flowcert.enclose.TubeStart;
import io.github.flowcert.flow.ClosedForm;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.reading.NoReadingException;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.verify.EnclosureStart.Made;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/** Judges the claims of a case about its trajectory in interval arithmetic. */
final class CaseEnclosure {
  /** As good as no limit of time. */
  private static final double ENDLESS = 1e30;

  /** So many of the slowest time scales, where the case does not say how far. */
  private static final double TIME_SCALES = 5;

  private static final int STEPS_UNASKED = 5000;

  private final Case from;
  private final EnclosureStart starts;
  private final EnclosureGaps gaps;
  private final DoubleConsumer progress;
  private final List<JudgedClaim> claims;
  private final List<ClaimResult> results;

  /**
   * An enclosure.
   *
   * @param claims the claims of the case
   * @param numeric the verdicts on them by floating-point integration, in the same order
   * @param progress is told the share of the time that was followed
   */
  CaseEnclosure(
      Case from,
      StartingPoint start,
      CaseFacts facts,
      List<JudgedClaim> claims,
      List<ClaimResult> numeric,
      DoubleConsumer progress) {
    this.from = from;
    this.claims = claims;
    this.progress = progress;
    this.starts = new EnclosureStart(from, start, facts);
    this.gaps = new EnclosureGaps(from, facts);
    this.results = new ArrayList<>(numeric);
  }

  /** The verdicts on all claims, in order. */
  List<ClaimResult> results() {
    List<Integer> ofProduct = new ArrayList<>();
    List<Integer> ofFactors = new ArrayList<>();
    for (int k = 0; k < claims.size(); k++) {
      if (EnclosureGaps.isFor(claims.get(k))) {
        // Coordinates on the balanced set say nothing of whether the factors stay on it.
        (claims.get(k).usesFactors() ? ofFactors : ofProduct).add(k);
      }
    }
    judge(ofProduct, starts::best);
    judge(ofFactors, starts::factors);
    return List.copyOf(results);
  }

  private void judge(List<Integer> indices, Supplier<Made> made) {
    if (indices.isEmpty()) {
      return;
    }
    Made start = made.get();
    if (start.start().isEmpty()) {
      indices.forEach(k -> leaveOpen(k, start.reason()));
      return;
    }
    follow(start.start().get(), readable(indices, start.start().get().determinantSign()));
  }

  private void leaveOpen(int k, String reason) {
    results.set(k, EnclosedVerdict.open(results.get(k), "not enclosed: " + reason));
  }

  /** The claims that can be judged along the tube; of the others it is said why not. */
  private Map<Integer, TubeClaim> readable(List<Integer> indices, int sign) {
    Map<Integer, TubeClaim> readable = new LinkedHashMap<>();
    for (int k : indices) {
      JudgedClaim claim = claims.get(k);
      Optional<Hypothesis> unmet = gaps.unmetInBox(claim, sign);
      Optional<String> gap = gaps.of(claim);
      if (unmet.isPresent()) {
        results.set(k, EnclosedVerdict.notInBox(results.get(k), unmet.get()));
      } else if (gap.isPresent()) {
        leaveOpen(k, gap.get());
      } else {
        try {
          readable.put(k, claim.inIntervals());
        } catch (NoReadingException e) {
          leaveOpen(k, e.getMessage());
        }
      }
    }
    return readable;
  }

  private void follow(TubeStart start, Map<Integer, TubeClaim> asked) {
    if (asked.isEmpty()) {
      return;
    }
    Horizon horizon = horizon();
    Tube.Outcome outcome =
        Tube.follow(
            start,
            setting(start.determinantSign()),
            List.copyOf(asked.values()),
            horizon,
            time -> progress.accept(Math.min(1, time / horizon.time())));
    EnclosedVerdict verdict = new EnclosedVerdict(outcome, from.enclosing().radius());
    int next = 0;
    for (int k : asked.keySet()) {
      results.set(k, verdict.of(results.get(k), outcome.findings().get(next++)));
    }
  }

  /**
   * A regression that is to be followed until it rests is enclosed until it has nearly come there.
   */
  private Horizon horizon() {
    FlowOptions flow = from.flow();
    boolean untilRest = flow.untilTime() >= ENDLESS && flow.untilLoss() == 0;
    if (untilRest && from.problem() instanceof LeastSquares problem) {
      double slowest = new ClosedForm(problem, new double[problem.rows()]).slowest();
      return new Horizon(TIME_SCALES * slowest, 0, Math.min(STEPS_UNASKED, flow.untilSteps()));
    }
    return new Horizon(flow.untilTime(), flow.untilLoss(), flow.untilSteps());
  }

  private TubeSetting setting(int sign) {
    int free = from.problem().soleUnobserved();
    return new TubeSetting(
        starts.residuals(),
        free,
        from.problem()
            .completion()
            .filter(each -> free >= 0)
            .map(MatrixCompletion::infimalRank)
            .orElse(0),
        sign,
        starts.decimals().around(from.flow().relative()),
        starts.decimals().around(from.flow().absolute()));
  }
}
