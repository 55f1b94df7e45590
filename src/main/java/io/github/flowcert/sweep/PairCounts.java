package io.github.flowcert.sweep;

import io.github.flowcert.result.SweepDocument.Cell;
import io.github.flowcert.result.SweepDocument.Pair;
import io.github.flowcert.result.SweepDocument.Panel;
import io.github.flowcert.result.SweepHeader.Axis;
import io.github.flowcert.result.SweepRecord;
import io.github.flowcert.result.SweepRecord.Claim;
import io.github.flowcert.result.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of each claim over two axes of a sweep. */
final class PairCounts {
  /** Larger figures could not be read. */
  private static final int MOST_VALUES = 40;

  private static final int MOST_PAIRS = 10;

  private final List<Axis> axes;
  private final int x;
  private final int y;
  private final Map<List<String>, Cell[][]> panels = new LinkedHashMap<>();

  private PairCounts(List<Axis> axes, int x, int y) {
    this.axes = axes;
    this.x = x;
    this.y = y;
  }

  /** All pairs of axes that vary, not together, over no more values than a figure can show. */
  static List<PairCounts> of(List<Axis> axes) {
    List<PairCounts> pairs = new ArrayList<>();
    for (int y = 0; y < axes.size(); y++) {
      for (int x = y + 1; x < axes.size(); x++) {
        boolean apart = axes.get(x).group() != axes.get(y).group();
        if (apart && isShown(axes.get(x)) && isShown(axes.get(y)) && pairs.size() < MOST_PAIRS) {
          pairs.add(new PairCounts(axes, x, y));
        }
      }
    }
    return pairs;
  }

  private static boolean isShown(Axis axis) {
    int size = axis.values().size();
    boolean distinct = axis.values().stream().distinct().count() == size;
    return distinct && size > 1 && size <= MOST_VALUES;
  }

  void add(SweepRecord record) {
    for (Claim claim : record.claims()) {
      Cell[][] cells =
          panels.computeIfAbsent(Arrays.asList(claim.id(), claim.norm()), key -> noCells());
      Cell[] row = cells[record.choices().get(y)];
      int column = record.choices().get(x);
      row[column] = merged(row[column], claim);
    }
  }

  private Cell[][] noCells() {
    return new Cell[axes.get(y).values().size()][axes.get(x).values().size()];
  }

  private static Cell merged(Cell cell, Claim claim) {
    if (cell == null) {
      return new Cell(claim.status(), claim.margin(), claim.tightness());
    }
    return new Cell(
        Verdict.worstOf(List.of(cell.status(), claim.status())),
        least(cell.margin(), claim.margin()),
        largest(cell.tightness(), claim.tightness()));
  }

  private static Double least(Double one, Double other) {
    return one == null || (other != null && other < one) ? other : one;
  }

  private static Double largest(Double one, Double other) {
    return one == null || (other != null && other > one) ? other : one;
  }

  Pair pair() {
    List<Panel> drawn = new ArrayList<>();
    panels.forEach(
        (claim, cells) ->
            drawn.add(
                new Panel(
                    claim.get(0),
                    claim.get(1),
                    Arrays.stream(cells).map(Arrays::asList).toList())));
    return new Pair(axes.get(x).title(), axes.get(y).title(), drawn);
  }
}
