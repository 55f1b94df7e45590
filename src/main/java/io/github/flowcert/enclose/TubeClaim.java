package io.github.flowcert.enclose;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Relation;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.reading.IntervalFormula;
import io.github.flowcert.reading.IntervalReading;
import io.github.flowcert.reading.NoReadingException;
import io.github.flowcert.reading.Slope;
import io.github.flowcert.reading.SlopeQuantities;
import io.github.flowcert.reading.SlopeReading;
import io.github.flowcert.reading.SlopeTerm;
import io.github.flowcert.reading.Truth;
import java.util.Optional;

/** A claim, to be judged along a tube. */
public final class TubeClaim {
  private final SlopeTerm left;
  private final SlopeTerm right;
  private final Relation relation;
  private final Optional<IntervalFormula> when;
  private final Norm norm;

  private TubeClaim(
      SlopeTerm left,
      SlopeTerm right,
      Relation relation,
      Optional<IntervalFormula> when,
      Norm norm) {
    this.left = left;
    this.right = right;
    this.relation = relation;
    this.when = when;
    this.norm = norm;
  }

  /**
   * A claim in interval arithmetic.
   *
   * @param statement what is claimed
   * @param when where it is claimed; empty for everywhere
   * @param norm the norm for which it is judged; null where it is about none
   * @throws NoReadingException if a function in it has no reading in intervals
   */
  public static TubeClaim of(Formula.Related statement, Optional<Formula> when, Norm norm)
      throws NoReadingException {
    Optional<IntervalFormula> condition =
        when.isPresent() ? Optional.of(IntervalReading.of(when.get())) : Optional.empty();
    return new TubeClaim(
        SlopeReading.of(statement.left()),
        SlopeReading.of(statement.right()),
        statement.relation(),
        condition,
        norm);
  }

  /** Whether a norm has a reading in intervals. */
  public static boolean knows(Norm norm) {
    return EnclosedNorm.of(norm).isPresent();
  }

  /**
   * What is known of it in a window.
   *
   * @param applies whether it is claimed there
   * @param holds whether the statement holds there
   * @param margin contains the margin there; all numbers where it may have none
   */
  record Judgement(Truth applies, Truth holds, Interval margin) {}

  Judgement judge(Window window) {
    SlopeQuantities whole = quantities(window.whole());
    Truth applies = when.map(each -> each.at(whole.values())).orElse(Truth.TRUE);
    if (applies == Truth.FALSE) {
      return new Judgement(applies, Truth.UNKNOWN, Interval.ENTIRE);
    }
    Slope over = margin(whole);
    if (!over.enclosure().defined()) {
      return new Judgement(applies, Truth.UNKNOWN, Interval.ENTIRE);
    }
    Interval margin = window.bound(over, margin(quantities(window.center())));
    return new Judgement(applies, sign(margin), margin);
  }

  private SlopeQuantities quantities(TubePoint point) {
    return norm == null ? point : point.judgedFor(norm);
  }

  /** Positive where the claim holds. */
  private Slope margin(SlopeQuantities quantities) {
    Slope one = left.at(quantities);
    Slope other = right.at(quantities);
    return switch (relation) {
      case LESS, LESS_OR_EQUAL -> other.minus(one);
      case GREATER, GREATER_OR_EQUAL -> one.minus(other);
    };
  }

  private Truth sign(Interval margin) {
    boolean strict = relation.isStrict();
    if (strict ? margin.lower() > 0 : margin.lower() >= 0) {
      return Truth.TRUE;
    }
    return (strict ? margin.upper() <= 0 : margin.upper() < 0) ? Truth.FALSE : Truth.UNKNOWN;
  }
}
