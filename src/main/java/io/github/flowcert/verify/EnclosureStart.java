package io.github.flowcert.verify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.Initial;
import io.github.flowcert.claim.CaseFacts;
import io.github.flowcert.enclose.Residuals;
import io.github.flowcert.enclose.TubeStart;
import io.github.flowcert.enclose.TubeStarts;
import io.github.flowcert.flow.Network;
import io.github.flowcert.interval.Elementary;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.problem.Measurements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The starts of a case as sets. Decimals of the case file become intervals; a random start is taken
 * as the doubles that were drawn.
 */
final class EnclosureStart {
  /** The work of a step grows with the cube of the number of unknowns. */
  private static final int MOST_UNKNOWNS = 64;

  private final Case from;
  private final StartingPoint start;
  private final CaseFacts facts;
  private final Decimals decimals;
  private final Interval radius;

  EnclosureStart(Case from, StartingPoint start, CaseFacts facts) {
    this.from = from;
    this.start = start;
    this.facts = facts;
    this.decimals = new Decimals(from.source().text());
    double half = decimals.around(from.enclosing().radius()).upper();
    this.radius = half > 0 ? Interval.of(-half, half) : Interval.ZERO;
  }

  /**
   * What is observed, in intervals around the decimals of the case file. Numbers that are drawn at
   * random or read from other files are taken as doubles.
   */
  Residuals residuals() {
    MatrixProblem problem = from.problem();
    return problem
        .completion()
        .map(this::residuals)
        .orElseGet(() -> measured(problem.measurements().orElseThrow()));
  }

  private Residuals measured(Measurements measurements) {
    MatrixProblem problem = from.problem();
    return Residuals.measured(
        problem.rows(),
        problem.columns(),
        IntStream.range(0, measurements.count()).mapToObj(i -> measured(measurements, i)).toList());
  }

  private Residuals.Measured measured(Measurements measurements, int i) {
    List<Optional<Interval>> matrix =
        Arrays.stream(measurements.coefficients(i))
            .mapToObj(each -> each == 0 ? Optional.<Interval>empty() : around(each))
            .toList();
    return new Residuals.Measured(
        matrix, decimals.around(measurements.label(i)), measurements.weight());
  }

  private Optional<Interval> around(double number) {
    return Optional.of(decimals.around(number));
  }

  private Residuals residuals(MatrixCompletion problem) {
    List<Optional<Interval>> targets = new ArrayList<>();
    for (int k = 0; k < problem.rows() * problem.columns(); k++) {
      targets.add(
          problem.isObserved(k)
              ? Optional.of(decimals.around(problem.value(k)))
              : Optional.empty());
    }
    return new Residuals(problem.rows(), problem.columns(), targets);
  }

  Decimals decimals() {
    return decimals;
  }

  /** A set of starts, or why there is none. */
  record Made(Optional<TubeStart> start, String reason) {
    static Made of(TubeStart start) {
      return new Made(Optional.of(start), null);
    }

    static Made none(String reason) {
      return new Made(Optional.empty(), reason);
    }
  }

  /** In the coordinates that go furthest. */
  Made best() {
    boolean given = from.initial() instanceof Initial.Factors;
    boolean entries = from.problem().completion().isPresent();
    return entries && isTwoByTwo() && facts.depth() >= 2 && facts.exactlyBalanced() && !given
        ? balanced()
        : factors();
  }

  private boolean isTwoByTwo() {
    return from.problem().rows() == 2 && from.problem().columns() == 2;
  }

  private Made balanced() {
    return TubeStarts.balanced(facts.depth(), residuals(), product(), radius)
        .map(Made::of)
        .orElseGet(
            () ->
                Made.none(
                    "a product matrix among the starts may be singular; expected another start, or"
                        + " a smaller initial.radius"));
  }

  private Interval[] product() {
    if (from.initial() instanceof Initial.Identity identity) {
      Interval scale = decimals.around(identity.scale());
      return new Interval[] {scale, Interval.ZERO, Interval.ZERO, scale};
    }
    if (from.initial() instanceof Initial.Parameters parameters) {
      return parameters.values().stream().map(decimals::around).toArray(Interval[]::new);
    }
    if (from.initial() instanceof Initial.Product product) {
      return product.matrix().stream()
          .flatMap(List::stream)
          .map(decimals::around)
          .toArray(Interval[]::new);
    }
    return Arrays.stream(start.point().product()).mapToObj(Interval::of).toArray(Interval[]::new);
  }

  /** In the entries of the factors. */
  Made factors() {
    Network network = start.network();
    if (network.parameters() > MOST_UNKNOWNS) {
      return Made.none(
          "the factors have "
              + network.parameters()
              + " entries; enclosures are made for at most "
              + MOST_UNKNOWNS
              + "; expected fewer dimensions, or less depth");
    }
    boolean box = radius.magnitude() > 0;
    if (from.initial() instanceof Initial.Identity identity && !box) {
      Interval root = Interval.ONE.dividedBy(Interval.of(network.depth()));
      Interval entry = Elementary.power(decimals.around(identity.scale()), root);
      return Made.of(TubeStarts.identity(widths(), residuals(), entry));
    }
    return entries()
        .map(entries -> Made.of(TubeStarts.factors(widths(), residuals(), entries, radius)))
        .orElseGet(
            () ->
                Made.none(
                    "the balanced factors of this start are not known exactly; expected"
                        + " initial.kind factors, or a 2-by-2 matrix"));
  }

  private Optional<Interval[]> entries() {
    if (from.factorization().depth() == 1) {
      return Optional.of(product());
    }
    if (from.initial() instanceof Initial.Factors given) {
      return Optional.of(
          given.matrices().stream()
              .flatMap(List::stream)
              .flatMap(List::stream)
              .map(decimals::around)
              .toArray(Interval[]::new));
    }
    return from.initial() instanceof Initial.Gaussian
        ? Optional.of(
            start.point().factors().stream()
                .flatMapToDouble(Arrays::stream)
                .mapToObj(Interval::of)
                .toArray(Interval[]::new))
        : Optional.empty();
  }

  private List<Integer> widths() {
    Network network = start.network();
    return IntStream.rangeClosed(0, network.depth()).mapToObj(network::width).toList();
  }
}
