package io.github.flowcert.sweep;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The choices of values that make the cases of a sweep, in order: the last axis varies fastest, and
 * axes of one group move together.
 */
final class Grid implements Iterable<int[]> {
  private final List<List<Axis>> groups;
  private final Filter filter;

  /**
   * A grid.
   *
   * @param groups axes that move together, each of the same size; what is left to move alone is a
   *     group of its own
   */
  Grid(List<List<Axis>> groups, Filter filter) {
    this.groups = groups.stream().map(List::copyOf).toList();
    this.filter = filter;
  }

  /** All axes, group by group. */
  List<Axis> axes() {
    return groups.stream().flatMap(List::stream).toList();
  }

  /** The index of the group that an axis belongs to. */
  int groupOf(Axis axis) {
    int group = 0;
    while (!groups.get(group).contains(axis)) {
      group++;
    }
    return group;
  }

  /**
   * Whether an axis is needed to tell cases apart: of axes that move together, those that tell all
   * values apart are, or else the first.
   */
  boolean names(Axis axis) {
    List<Axis> group = groups.get(groupOf(axis));
    boolean plain = group.stream().noneMatch(Axis::spelledOut);
    return axis.varies() && (plain ? axis.equals(group.get(0)) : axis.spelledOut());
  }

  /** The number of choices before the filter. */
  BigInteger points() {
    return groups.stream()
        .map(group -> BigInteger.valueOf(group.get(0).size()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /** The choices that pass the filter: of each axis the index of its value. */
  @Override
  public Iterator<int[]> iterator() {
    return new Choices();
  }

  private final class Choices implements Iterator<int[]> {
    private final int[] position = new int[groups.size()];
    private boolean over;
    private int[] next = seek();

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public int[] next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      int[] found = next;
      next = seek();
      return found;
    }

    private int[] seek() {
      while (!over) {
        int[] choices = choices();
        advance();
        if (filter.passes(choices)) {
          return choices;
        }
      }
      return null;
    }

    private int[] choices() {
      List<Integer> choices = new ArrayList<>();
      for (int g = 0; g < position.length; g++) {
        for (int k = 0; k < groups.get(g).size(); k++) {
          choices.add(position[g]);
        }
      }
      return choices.stream().mapToInt(Integer::intValue).toArray();
    }

    private void advance() {
      for (int g = position.length - 1; g >= 0; g--) {
        position[g]++;
        if (position[g] < groups.get(g).get(0).size()) {
          return;
        }
        position[g] = 0;
      }
      over = true;
    }
  }
}
