package io.github.flowcert.report;

import io.github.flowcert.result.SweepDocument;
import io.github.flowcert.result.SweepDocument.AxisTally;
import io.github.flowcert.result.SweepDocument.ClaimTally;
import io.github.flowcert.result.SweepDocument.Pair;
import io.github.flowcert.result.SweepDocument.Panel;
import io.github.flowcert.result.SweepHeader.Axis;
import io.github.flowcert.result.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the page of a sweep shows.
 *
 * @param document the summary
 * @param recovery how near flows come to ground truths; empty where there are none
 * @param multiples figures over two axes at a time, one for each claim
 */
public record SweepPage(
    SweepDocument document, List<DrawnFigure> recovery, List<Multiples> multiples) {

  /** Name of the file. */
  public static final String FILE = "sweep.html";

  /**
   * The figures over two axes.
   *
   * @param title which axes
   * @param figures one for each claim of which something was measured
   */
  public record Multiples(String title, List<DrawnFigure> figures) {}

  static SweepPage of(SweepDocument document) {
    List<Pair> pairs = document.pairs();
    List<Multiples> multiples =
        IntStream.range(0, pairs.size())
            .mapToObj(k -> multiples(document, pairs.get(k), "pair-" + (k + 1)))
            .filter(each -> !each.figures.isEmpty())
            .toList();
    List<DrawnFigure> recovery = RecoveryFigures.of(document).stream().map(Figure::draw).toList();
    return new SweepPage(document, recovery, multiples);
  }

  private static Multiples multiples(SweepDocument document, Pair pair, String id) {
    Axis x = axis(document, pair.x());
    Axis y = axis(document, pair.y());
    List<DrawnFigure> figures = new ArrayList<>();
    for (Panel panel : pair.panels()) {
      if (HeatMap.canShow(panel)) {
        figures.add(new HeatMap(panel, x, y).draw(id + "-" + (figures.size() + 1)));
      }
    }
    return new Multiples(pair.y() + " and " + pair.x(), figures);
  }

  /** All figures. */
  List<DrawnFigure> figures() {
    return Stream.concat(
            recovery.stream(), multiples.stream().flatMap(each -> each.figures.stream()))
        .toList();
  }

  private static Axis axis(SweepDocument document, String title) {
    return document.axes().stream()
        .filter(axis -> Objects.equals(axis.title(), title))
        .findFirst()
        .orElseThrow();
  }

  /** A claim and the norm it was judged for. */
  public static String label(String id, String norm) {
    return norm == null ? id : id + " [" + norm + "]";
  }

  /** The same of a line of the table. */
  public static String label(ClaimTally claim) {
    return label(claim.id(), claim.norm());
  }

  /** How many cases have which verdict. */
  public static String counted(Map<String, Integer> statuses) {
    return statuses.entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }

  /** The verdicts along axes on which cases differ. */
  public List<AxisTally> varied() {
    return document.byAxis().stream().filter(axis -> axis.values().size() > 1).toList();
  }

  /** The axes of a single value, as in {@code initial.kind = identity}; empty where all differ. */
  public String fixed() {
    return document.byAxis().stream()
        .filter(axis -> axis.values().size() == 1)
        .map(axis -> axis.axis() + " = " + axis.values().get(0).value())
        .collect(Collectors.joining(", "));
  }

  /** The verdicts that cases of the sweep have, worst first. */
  public List<Verdict> verdicts() {
    return EnumSet.allOf(Verdict.class).stream()
        .filter(verdict -> document.statuses().containsKey(verdict.word()))
        .toList();
  }
}
