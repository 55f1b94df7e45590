package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.FlowOptions;
import io.github.flowcert.casefile.Initial;
import io.github.flowcert.claim.Premise;
import io.github.flowcert.falsify.Confirmation.Judged;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.result.Falsification;
import io.github.flowcert.result.Falsification.Finding;
import io.github.flowcert.verify.CaseVerifier;
import io.github.flowcert.verify.ClaimName;
import io.github.flowcert.verify.SearchSubject;
import io.github.flowcert.yaml.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;

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
   * @param starts how many starts to try beside the case's own, at least 1
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
   * Searches. Claims that are not about a trajectory are left out, and those that say no more than
   * a premise that is left out.
   *
   * @param from the case; its own start is looked at too
   * @param folder where the worst case will be written, for words on how to judge it
   * @param progress is told the share of the work that is done, from 0 to 1
   * @throws InputException if the case's formulation cannot follow such starts
   */
  public Outcome falsify(Case from, Path folder, DoubleConsumer progress)
      throws InputException, InterruptedException {
    if (from.problem() instanceof LeastSquares) {
      throw new InputException(
          from.source().path()
              + ": problem.kind: least-squares has no factors among whose starts --falsify could"
              + " search; expected another kind of problem, or no --falsify");
    }
    CaseVerifier lenient = verifier.without(without);
    List<SearchSubject> subjects = lenient.subjects(from);
    List<ClaimName> claims = names(subjects, each -> each.leftOut() == null);
    if (claims.isEmpty()) {
      List<Finding> none = subjects.stream().map(Findings::leftOut).toList();
      return new Outcome(new Falsification(0, seed, words(), null, none, null, null, null), null);
    }
    List<Starts> spaces = spaces(from, Set.copyOf(claims));
    List<Tried> tried = tried(from, spaces, lenient, Set.copyOf(claims), progress);
    progress.accept(SHARE_OF_SEARCH);
    Confirmation confirmation =
        new Confirmation(tried, lenient, each -> from.startingAt(each.start(), options(from)));
    confirmation.judge(claims, workers);
    progress.accept(1);
    return outcome(from, folder, Starts.words(spaces), subjects, confirmation);
  }

  /** The case's own start, and those of the search. */
  private List<Tried> tried(
      Case from,
      List<Starts> spaces,
      CaseVerifier lenient,
      Set<ClaimName> claims,
      DoubleConsumer progress)
      throws InputException, InterruptedException {
    AtomicInteger done = new AtomicInteger();
    Search.Trial trial =
        start -> {
          progress.accept(SHARE_OF_SEARCH * done.getAndIncrement() / (starts + 1));
          return lenient.probe(from.startingAt(start, options(from)), claims);
        };
    Initial own = verifier.initial(from);
    List<Tried> tried = new ArrayList<>(List.of(Tried.own(own, trial.margins(own))));
    List<StartSpace> each = spaces.stream().map(Starts::space).toList();
    tried.addAll(new Search(each, trial, workers, seed).run(starts));
    return tried;
  }

  private Outcome outcome(
      Case from,
      Path folder,
      String among,
      List<SearchSubject> subjects,
      Confirmation confirmation) {
    Findings findings = new Findings(starts);
    List<Finding> found =
        subjects.stream().map(subject -> finding(findings, subject, confirmation)).toList();
    List<Judged> judged =
        subjects.stream().flatMap(each -> confirmation.worst(each.name()).stream()).toList();
    if (judged.isEmpty()) {
      return new Outcome(
          new Falsification(starts, seed, words(), among, found, null, null, null), null);
    }
    Set<ClaimName> auxiliary = Set.copyOf(names(subjects, SearchSubject::auxiliary));
    Judged foremost = Findings.foremost(judged, auxiliary);
    String claim = found.get(indexOf(subjects, foremost)).label();
    WorstCase worst = new WorstCase(from, folder, options(from).untilSteps(), without);
    Falsification section =
        new Falsification(
            starts, seed, words(), among, found, WorstCase.FILE, claim, worst.arguments());
    return new Outcome(section, worst.text(foremost.tried(), claim));
  }

  private static int indexOf(List<SearchSubject> subjects, Judged judged) {
    return names(subjects, each -> true).indexOf(ClaimName.of(judged.result()));
  }

  private static Finding finding(
      Findings findings, SearchSubject subject, Confirmation confirmation) {
    ClaimName claim = subject.name();
    return subject.leftOut() == null
        ? findings.of(claim, confirmation.worst(claim), confirmation.applied(claim))
        : Findings.leftOut(subject);
  }

  private static List<ClaimName> names(
      List<SearchSubject> subjects, Predicate<SearchSubject> wanted) {
    return subjects.stream().filter(wanted).map(SearchSubject::name).toList();
  }

  private List<String> words() {
    return Premise.ofStarts().stream().filter(without::contains).map(Premise::word).toList();
  }

  private static FlowOptions options(Case from) {
    return from.flow().withSteps(Math.min(MOST_STEPS, from.flow().untilSteps()));
  }

  private List<Starts> spaces(Case from, Set<ClaimName> claims) throws InputException {
    List<Starts> balanced =
        Starts.within(from, claims, verifier, seed, without.contains(Premise.DETERMINANT));
    return without.contains(Premise.BALANCED)
        ? balanced.stream().map(Starts::unbalanced).distinct().toList()
        : balanced;
  }
}
