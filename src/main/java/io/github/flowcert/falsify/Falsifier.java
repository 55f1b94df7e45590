package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.FlowOptions;
import io.github.flowcert.claim.Premise;
import io.github.flowcert.falsify.Confirmation.Judged;
import io.github.flowcert.result.Falsification;
import io.github.flowcert.result.Falsification.Finding;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.verify.CaseVerifier;
import io.github.flowcert.verify.ClaimName;
import io.github.flowcert.yaml.InputException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;

/**
 * Searches the starts that a case could have had for one at which a claim fails. Everything else of
 * the case stays. Whether a claim fails at a start is for a full verification to say.
 */
public final class Falsifier {
  /** Starts whose runs crawl are followed so far, and no further. */
  private static final int MOST_STEPS = 3000;

  private static final double SHARE_OF_SEARCH = 0.85;

  private final CaseVerifier verifier;
  private final int starts;
  private final long seed;
  private final Set<Premise> without;
  private final Workers workers;

  /**
   * A falsifier.
   *
   * @param verifier judges claims as they stand
   * @param starts how many starts to try, at least 1
   * @param seed determines the starts, together with the case
   * @param without premises that the starts are let break, and claims no longer suppose
   * @param threads where the work is done; how many they are does not change the outcome
   */
  public Falsifier(
      CaseVerifier verifier, int starts, long seed, Set<Premise> without, ExecutorService threads) {
    this.verifier = verifier;
    this.starts = starts;
    this.seed = seed;
    this.without = Set.copyOf(without);
    this.workers = new Workers(threads);
  }

  /**
   * The outcome of a search.
   *
   * @param section what was found, for the case's document
   * @param worstCase text of a case file with the worst start; null where nothing was measured
   */
  public record Outcome(Falsification section, String worstCase) {}

  /**
   * Searches.
   *
   * @param from the case; its start plays no part
   * @param document the case's own verification, of which the claims are taken
   * @param progress is told the share of the work that is done, from 0 to 1
   * @throws InputException if the case's formulation cannot follow such starts
   */
  public Outcome falsify(Case from, ResultDocument document, DoubleConsumer progress)
      throws InputException, InterruptedException {
    CaseVerifier lenient = verifier.without(without);
    Starts space = space(from);
    AtomicInteger done = new AtomicInteger();
    Search.Trial trial =
        start -> {
          progress.accept(SHARE_OF_SEARCH * done.getAndIncrement() / starts);
          return lenient.probe(from.startingAt(start, options(from)));
        };
    List<Tried> tried = new Search(space.space(), trial, workers, seed).run(starts);
    List<ClaimName> claims = document.claims().stream().map(ClaimName::of).toList();
    progress.accept(SHARE_OF_SEARCH);
    Confirmation confirmation =
        new Confirmation(tried, lenient, each -> from.startingAt(each.start(), options(from)));
    confirmation.judge(claims, workers);
    progress.accept(1);
    return outcome(from, space.words(), claims, confirmation);
  }

  private Outcome outcome(
      Case from, String among, List<ClaimName> claims, Confirmation confirmation) {
    Findings findings = new Findings(starts);
    List<Finding> found =
        claims.stream()
            .map(
                claim -> findings.of(claim, confirmation.worst(claim), confirmation.applied(claim)))
            .toList();
    List<Judged> judged =
        claims.stream().flatMap(claim -> confirmation.worst(claim).stream()).toList();
    WorstCase worst = new WorstCase(from, options(from).untilSteps(), without);
    List<String> words =
        Premise.ofStarts().stream().filter(without::contains).map(Premise::word).toList();
    boolean none = judged.isEmpty();
    Falsification section =
        new Falsification(
            starts,
            seed,
            words,
            among,
            found,
            none ? null : WorstCase.FILE,
            none ? null : worst.arguments());
    return new Outcome(section, none ? null : worst.text(Findings.worst(judged)));
  }

  private static FlowOptions options(Case from) {
    return from.flow().withSteps(Math.min(MOST_STEPS, from.flow().untilSteps()));
  }

  private Starts space(Case from) throws InputException {
    Starts demanded = Starts.within(from, verifier, seed);
    Starts sign = without.contains(Premise.DETERMINANT) ? demanded.ofOtherSign() : demanded;
    return without.contains(Premise.BALANCED) ? sign.unbalanced() : sign;
  }
}
