package io.github.flowcert.verify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.claim.CaseFacts;
import io.github.flowcert.claim.Hypothesis;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument.CrossCheck;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.simulate.DenseStep;
import io.github.flowcert.simulate.Trajectory;
import io.github.flowcert.verify.TrajectoryMeasurement.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;

/**
 * The work on one case. The run asked for is followed by a second one at a tighter tolerance, which
 * gives the trust horizon and the errors, and by a run in another formulation. Claims are judged up
 * to the horizon.
 */
final class Verification {
  private static final int CURVE_STRIDE = 5;

  private final Case from;
  private final StartingPoint start;
  private final List<JudgedClaim> claims;
  private final CaseFacts facts;
  private final DoubleConsumer progress;
  private final Runs runs;
  private final Trajectory run;
  private final Trust trust;
  private final List<ClaimResult> results = new ArrayList<>();
  private final List<CrossCheck> checks = new ArrayList<>();
  private final double wallSeconds;

  /** Margins found along a run, one for each claim, and what they rest on. */
  private record Search(List<MarginTracker> trackers, Evidence evidence) {}

  Verification(
      Case from,
      StartingPoint start,
      List<JudgedClaim> claims,
      CaseFacts facts,
      DoubleConsumer progress) {
    this.from = from;
    this.start = start;
    this.claims = claims;
    this.facts = facts;
    this.progress = progress;
    this.runs = new Runs(from, start);
    long begin = System.nanoTime();
    List<MarginTracker> trackers = trackers();
    run = runs.asked(step -> follow(trackers, step, 0, 0.4));
    wallSeconds = (System.nanoTime() - begin) * 1e-9;
    trackers.forEach(MarginTracker::finish);
    Trajectory second = second(trackers);
    trust = Trust.measure(run, second.samples(), keepsSign(facts));
    judge(new Search(trackers, evidence(second.samples())));
    otherOpinions(second);
    progress.accept(1);
  }

  Trajectory run() {
    return run;
  }

  Trust trust() {
    return trust;
  }

  List<ClaimResult> results() {
    return results;
  }

  List<CrossCheck> checks() {
    return checks;
  }

  double wallSeconds() {
    return wallSeconds;
  }

  /** Lemma 3 speaks of balanced factors of depth 2 or more. */
  static boolean keepsSign(CaseFacts facts) {
    return facts.depth() >= 2 && Hypothesis.BALANCED_START.check(facts).holds();
  }

  private List<MarginTracker> trackers() {
    List<MarginTracker> trackers = new ArrayList<>();
    for (JudgedClaim claim : claims) {
      MarginTracker tracker = new MarginTracker(claim::at, claim.usesSlope());
      tracker.start(facts.initial());
      trackers.add(tracker);
    }
    return trackers;
  }

  private void follow(
      List<MarginTracker> trackers, DenseStep step, double shareBefore, double share) {
    for (int k = 0; k < trackers.size(); k++) {
      if (claims.get(k).applies()) {
        trackers.get(k).step(step);
      }
    }
    progress.accept(shareBefore + share * lossShare(step));
  }

  private double lossShare(DenseStep step) {
    double loss = step.points().get(step.points().size() - 1).loss();
    double whole = Math.log(facts.initial().loss() / from.flow().untilLoss());
    double done = Math.log(facts.initial().loss() / Math.max(loss, from.flow().untilLoss()));
    return whole > 0 ? Math.max(0, Math.min(1, done / whole)) : 1;
  }

  /** The second run is sampled where the first one's curve is, and where its margins are least. */
  private Trajectory second(List<MarginTracker> trackers) {
    TreeSet<Double> times = new TreeSet<>();
    run.curve().forEach(state -> times.add(state.time()));
    run.samples().forEach(state -> times.add(state.time()));
    trackers.forEach(tracker -> addTimes(tracker, times));
    progress.accept(0.45);
    return runs.tighter(run.end().time(), times);
  }

  private static void addTimes(MarginTracker tracker, Set<Double> times) {
    tracker
        .worst()
        .ifPresent(
            worst -> {
              times.add(worst.state().time());
              if (worst.previous() != null) {
                times.add(worst.previous().time());
              }
            });
  }

  private void judge(Search whole) {
    Search trusted = trust.reason() == null ? whole : upToHorizon();
    Optional<Search> onFactors = onFactors();
    for (int k = 0; k < claims.size(); k++) {
      ClaimResult result = judged(k, trusted);
      boolean beside = result.status() == Verdict.HOLDS && claims.get(k).usesFactors();
      // Of the factors the run's own coordinates say only what is so by construction.
      int index = k;
      results.add(beside ? onFactors.map(search -> judged(index, search)).orElse(result) : result);
    }
  }

  private ClaimResult judged(int k, Search search) {
    Perturbation perturbation = new Perturbation(from.problem());
    JudgedClaim claim = claims.get(k);
    return new ClaimJudge(
            claim,
            new TrajectoryMeasurement(claim, search.trackers.get(k), search.evidence, perturbation))
        .judge();
  }

  /** Margins beyond the horizon mean nothing: the search once more, up to it. */
  private Search upToHorizon() {
    List<MarginTracker> again = trackers();
    if (trust.until().time() == 0) {
      return new Search(again, evidence(List.of()));
    }
    runs.askedUpTo(trust.until().time(), step -> follow(again, step, 0.6, 0.2));
    again.forEach(MarginTracker::finish);
    TreeSet<Double> times = new TreeSet<>();
    again.forEach(tracker -> addTimes(tracker, times));
    return new Search(again, evidence(runs.tighter(trust.until().time(), times).samples()));
  }

  private Evidence evidence(List<FlowState> second) {
    List<FlowState> states = new ArrayList<>();
    states.add(facts.initial());
    states.addAll(second);
    return new Evidence(run.curve().stream().map(Optional::of).toList(), trust, states, null);
  }

  /**
   * The factors beside a run in other coordinates: those on the balanced set cannot tell whether
   * the factors stay on it. Many factors are followed only where a claim is about them.
   */
  private Optional<Search> onFactors() {
    progress.accept(0.8);
    boolean asked = claims.stream().anyMatch(claim -> claim.applies() && claim.usesFactors());
    if (from.problem() instanceof LeastSquares
        || runIsOnFactors()
        || trust.until().time() == 0
        || !(asked || runs.factorsAreFew())) {
      return Optional.empty();
    }
    List<MarginTracker> trackers = trackers();
    List<MarginTracker> about = new ArrayList<>();
    for (int k = 0; k < claims.size(); k++) {
      if (claims.get(k).applies() && claims.get(k).usesFactors()) {
        about.add(trackers.get(k));
      }
    }
    double relative = from.flow().relative();
    OtherFormulation other =
        new OtherFormulation(runs, start, relative, facts.initial(), statesUpToHorizon(1), about);
    checks.add(other.difference());
    return Optional.of(new Search(trackers, other.evidence(run.curve())));
  }

  private boolean runIsOnFactors() {
    String factors = Formulation.FACTORS.word();
    return run.segments().stream().allMatch(segment -> segment.formulation().equals(factors));
  }

  /** States at which other computations are compared: the samples and some of the curve. */
  private List<FlowState> checkpoints() {
    return statesUpToHorizon(CURVE_STRIDE);
  }

  private List<FlowState> statesUpToHorizon(int stride) {
    double until = trust.until().time() * (1 + 1e-12);
    TreeMap<Double, FlowState> states = new TreeMap<>();
    for (int k = stride; k < run.curve().size(); k += stride) {
      states.put(run.curve().get(k).time(), run.curve().get(k));
    }
    run.samples().forEach(state -> states.put(state.time(), state));
    return List.copyOf(states.headMap(until, true).values());
  }

  private void otherOpinions(Trajectory second) {
    progress.accept(0.9);
    checks.add(0, tighter(second));
    if (from.problem() instanceof LeastSquares problem) {
      double[] beta = start.point().product();
      checks.addAll(new RegressionOpinions(problem, beta, checkpoints()).checks(runs));
    } else {
      checks.addAll(SecondOpinion.of(start.network(), start.point(), checkpoints()));
    }
  }

  private CrossCheck tighter(Trajectory second) {
    double largest = 0;
    double until = 0;
    for (FlowState sample : checkpoints()) {
      Optional<FlowState> there = Differences.at(second.samples(), sample.time());
      if (there.isPresent()) {
        largest = Math.max(largest, Differences.relative(sample.product(), there.get().product()));
        until = sample.time();
      }
    }
    String what = from.problem() instanceof LeastSquares ? "parameters" : "product matrix";
    return new CrossCheck(
        what + " along the curve",
        String.format(Locale.ROOT, "second run, relative tolerance %.0e", runs.tighterTolerance()),
        until > 0 ? largest : null,
        until,
        "same formulation and integrator");
  }
}
