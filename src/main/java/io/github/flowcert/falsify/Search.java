package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Initial;
import io.github.flowcert.verify.ClaimName;
import io.github.flowcert.yaml.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * A search for the starts at which claims come nearest to failing. One half of the starts is drawn
 * at random, from each space in turn, and serves all claims. The other half is spent by the method
 * of Nelder and Mead around the worst starts drawn, on as many claims as get a share worth having.
 */
final class Search {
  /** So many evaluations for each dimension let a simplex move away from where it began. */
  private static final int LEAST_FOR_DIMENSION = 4;

  private static final int LEAST = 20;

  /** Margins that differ by less over all starts do not depend on the start. */
  private static final double CONSTANT = 1e-9;

  /** Stands for the margin where there is none; those there are stay below 2. */
  private static final double NOWHERE = 3;

  private final List<StartSpace> spaces;
  private final Trial trial;
  private final Workers workers;
  private final long seed;

  /** Finds the margins at a start. */
  @FunctionalInterface
  interface Trial {
    Map<ClaimName, Double> margins(Initial start) throws InputException;
  }

  Search(List<StartSpace> spaces, Trial trial, Workers workers, long seed) {
    this.spaces = List.copyOf(spaces);
    this.trial = trial;
    this.workers = workers;
    this.seed = seed;
  }

  /** Tries so many starts. */
  List<Tried> run(int starts) throws InputException, InterruptedException {
    List<Tried> tried = new ArrayList<>(explore(1, (starts + 1) / 2));
    int rest = starts - tried.size();
    List<ClaimName> targets = targets(tried, rest);
    if (targets.isEmpty()) {
      tried.addAll(explore(tried.size() + 1, rest));
      return tried;
    }
    List<Callable<List<Tried>>> tasks = new ArrayList<>();
    int next = tried.size() + 1;
    for (int k = 0; k < targets.size(); k++) {
      ClaimName target = targets.get(k);
      Tried worst = Tried.worstFirst(tried, target).get(0);
      int share = rest / targets.size() + (k < rest % targets.size() ? 1 : 0);
      int first = next;
      tasks.add(() -> descend(target, worst, first, share));
      next += share;
    }
    workers.all(tasks).forEach(tried::addAll);
    return tried;
  }

  /** Each start has a generator of its own, so that the order of the work does not matter. */
  private List<Tried> explore(int first, int count) throws InputException, InterruptedException {
    List<Callable<Tried>> tasks = new ArrayList<>();
    for (int k = first; k < first + count; k++) {
      int number = k;
      tasks.add(
          () -> {
            int[] words = {(int) (seed >>> 32), (int) seed, number};
            RandomGenerator random = new Well19937c(words);
            StartSpace space = spaces.get((number - 1) % spaces.size());
            return tried(number, space, space.draw(random));
          });
    }
    return workers.all(tasks);
  }

  private Tried tried(int number, StartSpace space, double[] numbers) throws InputException {
    Initial start = space.start(numbers);
    return new Tried(number, space, numbers.clone(), start, trial.margins(start));
  }

  /** Claims to search further: those that did not fail yet come first, the tightest at the head. */
  private static List<ClaimName> targets(List<Tried> tried, int rest) {
    int dimension = tried.stream().mapToInt(each -> each.numbers().length).max().orElseThrow();
    int most = rest / Math.max(LEAST, LEAST_FOR_DIMENSION * dimension);
    return tried.stream()
        .flatMap(each -> each.margins().keySet().stream())
        .distinct()
        .filter(claim -> spread(tried, claim) > CONSTANT)
        .sorted(
            Comparator.<ClaimName, Boolean>comparing(claim -> least(tried, claim) < 0)
                .thenComparingDouble(claim -> least(tried, claim)))
        .limit(most)
        .toList();
  }

  private static double spread(List<Tried> tried, ClaimName claim) {
    return margins(tried, claim).max().orElseThrow() - least(tried, claim);
  }

  private static double least(List<Tried> tried, ClaimName claim) {
    return margins(tried, claim).min().orElseThrow();
  }

  private static DoubleStream margins(List<Tried> tried, ClaimName claim) {
    return tried.stream()
        .filter(each -> each.margins().containsKey(claim))
        .mapToDouble(each -> each.margins().get(claim));
  }

  private List<Tried> descend(ClaimName target, Tried from, int first, int share) {
    List<Tried> trail = new ArrayList<>();
    try {
      // Convergence is never reached: the share is to be spent.
      new SimplexOptimizer((iteration, previous, current) -> false)
          .optimize(
              new MaxEval(share),
              new ObjectiveFunction(point -> margin(target, from.space(), point, first, trail)),
              GoalType.MINIMIZE,
              new InitialGuess(from.numbers()),
              new NelderMeadSimplex(from.space().steps(from.numbers())));
    } catch (MathIllegalStateException spent) {
      return trail;
    }
    return trail;
  }

  private double margin(
      ClaimName target, StartSpace space, double[] point, int first, List<Tried> trail) {
    try {
      Tried tried = tried(first + trail.size(), space, point);
      trail.add(tried);
      return tried.margins().getOrDefault(target, NOWHERE);
    } catch (InputException e) {
      throw new IllegalStateException("a start of the search's own making is refused", e);
    }
  }
}
