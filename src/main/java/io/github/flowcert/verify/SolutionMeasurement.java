package io.github.flowcert.verify;

import io.github.flowcert.claim.SolutionPoint;
import io.github.flowcert.flow.SolutionLine;
import io.github.flowcert.flow.SolutionState;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.verify.MarginSearch.Stretch;
import io.github.flowcert.verify.MarginSearch.Worst;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was measured of a claim along the solutions W_x of a problem with one unobserved entry: at x
 * = 0, and by |x| over a range on both sides of it. Nearer to 0 and further out, doubles cannot
 * tell what the claims compare.
 */
final class SolutionMeasurement implements Measurement {
  private static final int FIRST_DECADE = -5;
  private static final int LAST_DECADE = 6;
  private static final int POINTS = 50;

  private final JudgedClaim claim;
  private final SolutionLine line;
  private final SolutionState zero;
  private final List<MarginSearch<SolutionState>> searches = new ArrayList<>();

  SolutionMeasurement(JudgedClaim claim, SolutionLine line) {
    this.claim = claim;
    this.line = line;
    this.zero = line.at(0);
    MarginSearch<SolutionState> atZero = search();
    atZero.start(zero);
    searches.add(atZero);
    searches.add(side(1));
    searches.add(side(-1));
  }

  private MarginSearch<SolutionState> search() {
    return new MarginSearch<>(
        state -> Math.log10(Math.abs(state.x())), (state, before) -> claim.at(point(state)), false);
  }

  private MarginSearch<SolutionState> side(int sign) {
    MarginSearch<SolutionState> search = search();
    search.start(at(sign, FIRST_DECADE));
    for (int decade = FIRST_DECADE; decade < LAST_DECADE; decade++) {
      int from = decade;
      List<SolutionState> points =
          IntStream.rangeClosed(0, POINTS)
              .mapToObj(k -> at(sign, from + (double) k / POINTS))
              .toList();
      search.follow(new Stretch<>(points, place -> at(sign, place)));
    }
    search.finish();
    return search;
  }

  private SolutionState at(int sign, double logarithm) {
    return line.at(sign * Math.pow(10, logarithm));
  }

  private SolutionPoint point(SolutionState state) {
    return new SolutionPoint(state, zero, claim.setting());
  }

  @Override
  public Optional<Least> least() {
    return searches.stream()
        .flatMap(search -> search.worst().stream())
        .min(Comparator.comparingDouble(worst -> worst.sides().margin()))
        .map(this::least);
  }

  @Override
  public Optional<Tightest> tightest() {
    return searches.stream()
        .flatMap(search -> search.tightest().stream())
        .max(Comparator.comparingDouble(found -> found.sides().tightness()))
        .map(found -> new Tightest(found.sides().tightness(), witness(found)));
  }

  private static ClaimResult.Witness witness(Worst<SolutionState> worst) {
    Sides sides = worst.sides();
    return ClaimResult.Witness.onSolution(
        worst.state().x(), Words.finite(sides.left()), Words.finite(sides.right()));
  }

  private Least least(Worst<SolutionState> worst) {
    Sides sides = worst.sides();
    SolutionState state = worst.state();
    double inside =
        sides.furthestOf(Perturbation.of(line, state), each -> claim.sides(point(each)));
    return new Least(
        sides,
        sides.rounding() + inside + worst.resolution(),
        "x = " + Words.number(state.x()),
        witness(worst));
  }

  @Override
  public Optional<String> gap() {
    return searches.stream()
        .flatMap(search -> search.unevaluable().stream())
        .findFirst()
        .map(state -> "has no value at x = " + Words.number(state.x()));
  }

  @Override
  public Optional<String> doubt() {
    return Optional.empty();
  }

  @Override
  public String nowhere() {
    return "its condition held at no solution that was looked at";
  }

  @Override
  public String note() {
    return String.format(
        Locale.ROOT,
        "looked at for x = 0 and 1e%d <= |x| <= 1e%d%s, %d points a decade and around every low one;"
            + " nothing is said of other x",
        FIRST_DECADE,
        LAST_DECADE,
        claim.condition().map(when -> " where " + when).orElse(""),
        POINTS);
  }
}
