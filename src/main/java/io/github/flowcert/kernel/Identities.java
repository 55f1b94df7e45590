package io.github.flowcert.kernel;

import io.github.flowcert.algebra.Algebra;
import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.RationalValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;

/** Checks equalities twice: by algebra, and by exact evaluation at random points. */
final class Identities {
  private static final int POINTS = 20;
  private static final long SEED = 20201121;
  private static final int LARGEST = 1000;

  private Algebra algebra;

  void check(Formula.Equal equal) throws NotProved {
    refuteAtPoints(equal);
    if (algebra == null) {
      algebra = new Algebra();
    }
    if (!algebra.reducesToZero(equal.left(), equal.right())) {
      throw new NotProved("the difference of the sides does not reduce to zero");
    }
  }

  private static void refuteAtPoints(Formula.Equal equal) throws NotProved {
    SplittableRandom random = new SplittableRandom(SEED);
    Set<String> names = new TreeSet<>(equal.left().quantities());
    names.addAll(equal.right().quantities());
    for (int k = 0; k < POINTS; k++) {
      Map<String, BigFraction> point = point(names, random);
      Optional<BigFraction> left = RationalValue.of(equal.left(), point);
      Optional<BigFraction> right = RationalValue.of(equal.right(), point);
      if (left.isPresent() && right.isPresent() && !left.equals(right)) {
        throw new NotProved("the sides are " + left.get() + " and " + right.get() + " at " + point);
      }
      // Logarithms have no rational values; near 0 and positive, most functions have one.
      point.replaceAll((name, value) -> value.abs().divide(LARGEST + 1));
      if (Point.of(point).isFalse(equal)) {
        throw new NotProved("the sides differ at " + point);
      }
    }
  }

  private static Map<String, BigFraction> point(Set<String> names, SplittableRandom random) {
    Map<String, BigFraction> point = new HashMap<>();
    for (String name : names) {
      int above = random.nextInt(-LARGEST, LARGEST + 1);
      point.put(name, new BigFraction(above, random.nextInt(1, LARGEST)));
    }
    return point;
  }
}
