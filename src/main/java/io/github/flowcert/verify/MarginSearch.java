package io.github.flowcert.verify;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * Searches along a line of points, stretch by stretch, where the margin of a claim is least, and
 * where the claim comes closest to its bound in proportion.
 *
 * @param <P> a point of the line
 */
class MarginSearch<P> {
  private final LeastSearch<P> margins;
  private final LeastSearch<P> distances;

  /**
   * Searches for a claim.
   *
   * @param place where on the line a point lies
   * @param function both sides at a point, given the point looked at before it (null at the start);
   *     empty where the claim says nothing
   * @param ofSlope whether the sides depend on the slope between the two points
   */
  MarginSearch(
      ToDoubleFunction<P> place, BiFunction<P, P, Optional<Sides>> function, boolean ofSlope) {
    this.margins = new LeastSearch<>(place, function, Sides::margin, ofSlope);
    this.distances =
        new LeastSearch<>(
            place,
            function.andThen(sides -> sides.filter(each -> !Double.isNaN(each.tightness()))),
            sides -> -sides.tightness(),
            ofSlope);
  }

  /**
   * A part of the line.
   *
   * @param points points at both ends and between, in order of their places
   * @param at the point at any place between the ends
   */
  record Stretch<P>(List<P> points, DoubleFunction<P> at) {}

  /**
   * The point at which something is least.
   *
   * @param state the point
   * @param previous the point looked at before it; null at the start
   * @param sides both sides there
   * @param resolution change of what is measured over the distance to which the search resolves
   */
  record Worst<P>(P state, P previous, Sides sides, double resolution) {
    Worst<P> resolvedTo(double change) {
      return new Worst<>(state, previous, sides, change);
    }
  }

  /** Where the margin was least so far; empty where the claim applied nowhere. */
  final Optional<Worst<P>> worst() {
    return margins.worst();
  }

  /** Where {@link Sides#tightness} was largest so far; empty where it was defined nowhere. */
  final Optional<Worst<P>> tightest() {
    return distances.worst();
  }

  /** A point at which the claim could not be evaluated to a number, if there was one. */
  final Optional<P> unevaluable() {
    return margins.unevaluable();
  }

  /** Looks at the start. */
  final void start(P state) {
    margins.start(state);
    distances.start(state);
  }

  /** Looks at the next point of a sequence that has nothing between its points. */
  final void point(P state, P previous) {
    margins.point(state, previous);
    distances.point(state, previous);
  }

  /** Looks at a stretch, which begins where the last one ended. */
  final void follow(Stretch<P> step) {
    margins.follow(step);
    distances.follow(step);
  }

  /** Looks once more at the end of the line; to be called after the last stretch. */
  final void finish() {
    margins.finish();
    distances.finish();
  }
}
