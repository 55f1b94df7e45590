package io.github.flowcert.verify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument.CrossCheck;
import io.github.flowcert.simulate.DenseStep;
import io.github.flowcert.simulate.Trajectory;
import io.github.flowcert.verify.ClaimJudge.Evidence;
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
  private final FlowState initial;
  private final DoubleConsumer progress;
  private final Runs runs;
  private final Trajectory run;
  private final Trust trust;
  private final List<ClaimResult> results = new ArrayList<>();
  private final List<CrossCheck> checks = new ArrayList<>();
  private final double wallSeconds;

  Verification(
      Case from,
      StartingPoint start,
      List<JudgedClaim> claims,
      FlowState initial,
      DoubleConsumer progress) {
    this.from = from;
    this.start = start;
    this.claims = claims;
    this.initial = initial;
    this.progress = progress;
    this.runs = new Runs(from, start);
    long begin = System.nanoTime();
    List<MarginTracker> trackers = trackers();
    run = runs.asked(step -> follow(trackers, step, 0, 0.4));
    wallSeconds = (System.nanoTime() - begin) * 1e-9;
    trackers.forEach(MarginTracker::finish);
    Trajectory second = second(trackers);
    trust = Trust.measure(run, second.samples(), keepsSign());
    judge(trackers, second);
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
  private boolean keepsSign() {
    return start.network().depth() >= 2 && start.point().balanced();
  }

  private List<MarginTracker> trackers() {
    List<MarginTracker> trackers = new ArrayList<>();
    for (JudgedClaim claim : claims) {
      MarginTracker tracker = new MarginTracker(claim::at, claim.usesSlope());
      tracker.start(initial);
      trackers.add(tracker);
    }
    return trackers;
  }

  private void follow(
      List<MarginTracker> trackers, DenseStep step, double shareBefore, double share) {
    for (int k = 0; k < trackers.size(); k++) {
      if (claims.get(k).applies() && !judgedOnFactors(claims.get(k))) {
        trackers.get(k).step(step);
      }
    }
    progress.accept(shareBefore + share * lossShare(step));
  }

  private double lossShare(DenseStep step) {
    double loss = step.points().get(step.points().size() - 1).loss();
    double whole = Math.log(initial.loss() / from.flow().untilLoss());
    double done = Math.log(initial.loss() / Math.max(loss, from.flow().untilLoss()));
    return whole > 0 ? Math.max(0, Math.min(1, done / whole)) : 1;
  }

  /** Coordinates on the balanced set cannot tell whether the factors stay on it. */
  private boolean judgedOnFactors(JudgedClaim claim) {
    return claim.usesFactors() && !runIsOnFactors();
  }

  private boolean runIsOnFactors() {
    Formulation formulation = from.flow().formulation();
    boolean automatic = formulation == Formulation.AUTO && !start.point().balanced();
    boolean large = formulation == Formulation.AUTO && !runs.factorsAreFew();
    return formulation == Formulation.FACTORS || automatic || large;
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

  private void judge(List<MarginTracker> trackers, Trajectory second) {
    List<MarginTracker> trusted = trackers;
    Trajectory judgedSecond = second;
    if (trust.reason() != null && trust.until().time() > 0) {
      // Margins beyond the horizon mean nothing: search again up to it.
      trusted = trackers();
      List<MarginTracker> again = trusted;
      runs.askedUpTo(trust.until().time(), step -> follow(again, step, 0.6, 0.2));
      again.forEach(MarginTracker::finish);
      TreeSet<Double> times = new TreeSet<>();
      again.forEach(tracker -> addTimes(tracker, times));
      judgedSecond = runs.tighter(trust.until().time(), times);
    }
    List<FlowState> states = withStart(judgedSecond.samples());
    Evidence evidence = new Evidence(run, trust, states, null);
    List<MarginTracker> factorTrackers = trackers();
    Optional<Evidence> onFactors = onFactors(factorTrackers);
    for (int k = 0; k < claims.size(); k++) {
      JudgedClaim claim = claims.get(k);
      boolean elsewhere = judgedOnFactors(claim) && onFactors.isPresent();
      results.add(
          elsewhere
              ? new ClaimJudge(claim, factorTrackers.get(k), onFactors.get()).judge()
              : new ClaimJudge(claim, trusted.get(k), evidence).judge());
    }
  }

  /** The factors beside a run in other coordinates, where they are few enough. */
  private Optional<Evidence> onFactors(List<MarginTracker> factorTrackers) {
    progress.accept(0.8);
    if (runIsOnFactors() || !runs.factorsAreFew() || !start.point().balanced()) {
      return Optional.empty();
    }
    List<MarginTracker> about = new ArrayList<>();
    for (int k = 0; k < claims.size(); k++) {
      if (claims.get(k).usesFactors()) {
        about.add(factorTrackers.get(k));
      }
    }
    OtherFormulation other =
        new OtherFormulation(runs, start, from.flow().relative(), checkpoints(), about);
    checks.add(other.difference());
    return other.evidence();
  }

  /** States at which other computations are compared: the samples and some of the curve. */
  private List<FlowState> checkpoints() {
    double until = trust.until().time() * (1 + 1e-12);
    TreeMap<Double, FlowState> states = new TreeMap<>();
    for (int k = CURVE_STRIDE; k < run.curve().size(); k += CURVE_STRIDE) {
      states.put(run.curve().get(k).time(), run.curve().get(k));
    }
    run.samples().forEach(state -> states.put(state.time(), state));
    return List.copyOf(states.headMap(until, true).values());
  }

  private List<FlowState> withStart(List<FlowState> samples) {
    List<FlowState> states = new ArrayList<>();
    states.add(initial);
    states.addAll(samples);
    return states;
  }

  private void otherOpinions(Trajectory second) {
    progress.accept(0.9);
    checks.add(0, tighter(second));
    checks.addAll(SecondOpinion.of(start.network(), start.point(), checkpoints()));
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
    return new CrossCheck(
        "product matrix along the curve",
        String.format(Locale.ROOT, "second run, relative tolerance %.0e", runs.tighterTolerance()),
        until > 0 ? largest : null,
        until,
        "same formulation and integrator");
  }
}
