package io.github.flowcert.kernel;

import io.github.flowcert.expression.Derivative;
import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.NoDerivativeException;
import io.github.flowcert.expression.Relation;
import io.github.flowcert.expression.Term;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.reading.Enclosure;
import io.github.flowcert.reading.IntervalReading;
import io.github.flowcert.reading.IntervalTerm;
import io.github.flowcert.reading.NoReadingException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/**
 * Proves that one term of one variable is at most another, all over a compact interval, by interval
 * arithmetic on pieces of it. Where both sides meet at an end, the first derivative of their
 * difference that is not 0 there must have the right sign on the piece next to it (Taylor's theorem
 * with Lagrange's remainder).
 */
final class Covering {
  private static final int MOST_PIECES = 20_000;
  private static final int HIGHEST_ORDER = 4;

  private final Range range;
  private final Interval all;

  Covering(Range range) {
    this.range = range;
    this.all = enclosing(range.from()).hull(enclosing(range.to()));
  }

  /**
   * Proves a comparison, or several joined.
   *
   * @throws NotProved if it is none, or is not shown
   */
  void prove(Formula formula) throws NotProved {
    if (formula instanceof Formula.All parts) {
      for (Formula part : parts.parts()) {
        prove(part);
      }
      return;
    }
    if (!(formula instanceof Formula.Related related)) {
      throw new NotProved("intervals show inequalities only");
    }
    boolean up =
        related.relation() == Relation.LESS || related.relation() == Relation.LESS_OR_EQUAL;
    boolean strict = related.relation() == Relation.LESS || related.relation() == Relation.GREATER;
    Term difference =
        up
            ? Formulas.minus(related.right(), related.left())
            : Formulas.minus(related.left(), related.right());
    if (!Set.of(range.variable()).containsAll(difference.quantities())) {
      throw new NotProved("it mentions more than '" + range.variable() + "'");
    }
    cover(derivatives(difference), strict);
  }

  private void cover(List<Derived> derivatives, boolean strict) throws NotProved {
    Deque<Interval> open = new ArrayDeque<>(List.of(all));
    for (int pieces = 0; !open.isEmpty(); pieces++) {
      Interval piece = open.pop();
      if (isShown(derivatives, piece, strict)) {
        continue;
      }
      double middle = middle(piece);
      if (pieces == MOST_PIECES || middle <= piece.lower() || middle >= piece.upper()) {
        throw new NotProved(
            "not shown for " + range.variable() + " in " + piece + ", by intervals");
      }
      open.push(Interval.of(middle, piece.upper()));
      open.push(Interval.of(piece.lower(), middle));
    }
  }

  private boolean isShown(List<Derived> derivatives, Interval piece, boolean strict) {
    Enclosure value = derivatives.get(0).at(piece);
    if (!value.defined()) {
      return false;
    }
    return isRight(value.values(), strict)
        || isRight(byMeanValue(derivatives, piece), strict)
        || (!strict
            && (isShownFromLowerEnd(derivatives, piece)
                || isShownFromUpperEnd(derivatives, piece)));
  }

  private static boolean isRight(Interval values, boolean strict) {
    return strict ? values.lower() > 0 : values.lower() >= 0;
  }

  /** f(x) = f(m) + f'(y)(x - m); nothing known where there is no derivative. */
  private static Interval byMeanValue(List<Derived> derivatives, Interval piece) {
    if (derivatives.size() < 2) {
      return Interval.ENTIRE;
    }
    Enclosure slope = derivatives.get(1).at(piece);
    Interval middle = Interval.of(middle(piece), middle(piece));
    return slope.defined()
        ? derivatives.get(0).at(middle).values().plus(slope.values().times(piece.minus(middle)))
        : Interval.ENTIRE;
  }

  private boolean isShownFromLowerEnd(List<Derived> derivatives, Interval piece) {
    return piece.lower() == all.lower()
        && order(derivatives, range.from())
            .flatMap(order -> last(derivatives, order, piece))
            .filter(values -> values.lower() >= 0)
            .isPresent();
  }

  private boolean isShownFromUpperEnd(List<Derived> derivatives, Interval piece) {
    Optional<Integer> order =
        piece.upper() == all.upper() ? order(derivatives, range.to()) : Optional.empty();
    return order
        .flatMap(k -> last(derivatives, k, piece).map(v -> k % 2 == 0 ? v : v.negate()))
        .filter(values -> values.lower() >= 0)
        .isPresent();
  }

  /** The values of a derivative where all before it have values too. */
  private static Optional<Interval> last(List<Derived> derivatives, int order, Interval piece) {
    boolean all =
        derivatives.subList(0, order + 1).stream().allMatch(each -> each.at(piece).defined());
    return all ? Optional.of(derivatives.get(order).at(piece).values()) : Optional.empty();
  }

  /** The first derivative that is not exactly 0 at an end where the function is. */
  private Optional<Integer> order(List<Derived> derivatives, BigFraction end) {
    ExactEnd exact = new ExactEnd(range.variable(), end);
    for (int k = 0; k < derivatives.size(); k++) {
      Optional<BigFraction> value = exact.value(derivatives.get(k).term());
      if (!value.equals(Optional.of(BigFraction.ZERO))) {
        return k == 0 ? Optional.empty() : Optional.of(k);
      }
    }
    return Optional.empty();
  }

  private List<Derived> derivatives(Term difference) throws NotProved {
    List<Derived> derivatives = new ArrayList<>();
    try {
      Term term = difference;
      derivatives.add(derived(term));
      for (int k = 1; k <= HIGHEST_ORDER; k++) {
        term = Derivative.of(term, range.variable());
        derivatives.add(derived(term));
      }
    } catch (NoDerivativeException e) {
      return derivatives;
    }
    return derivatives;
  }

  private Derived derived(Term term) throws NotProved {
    try {
      return new Derived(term, IntervalReading.of(term), range.variable());
    } catch (NoReadingException e) {
      throw new NotProved("not expressible in intervals: " + e.getMessage());
    }
  }

  private static double middle(Interval piece) {
    return piece.lower() / 2 + piece.upper() / 2;
  }

  private static Interval enclosing(BigFraction number) {
    return Interval.of(new BigDecimal(number.getNumerator()))
        .dividedBy(Interval.of(new BigDecimal(number.getDenominator())));
  }

  /** A derivative, of the order at which it stands. */
  private record Derived(Term term, IntervalTerm reading, String variable) {
    Enclosure at(Interval piece) {
      return reading.at(new Only(variable, piece));
    }
  }
}
