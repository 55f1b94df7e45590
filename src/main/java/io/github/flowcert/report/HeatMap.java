package io.github.flowcert.report;

import static io.github.flowcert.report.PlotSpec.list;
import static io.github.flowcert.report.PlotSpec.map;

import io.github.flowcert.report.Ticks.Tick;
import io.github.flowcert.result.SweepDocument.Cell;
import io.github.flowcert.result.SweepDocument.Panel;
import io.github.flowcert.result.SweepHeader.Axis;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The verdicts on a claim over two axes, as tiles. Their shade is the largest tightness where the
 * claim has any, else the least margin; a letter marks what does not hold.
 */
final class HeatMap {
  private static final int MOST_LABELS = 10;
  private static final String EMPTY = "#dddddd";

  private final Panel panel;
  private final Axis x;
  private final Axis y;
  private final boolean byTightness;
  private final Scale scale;
  private final DoubleSummaryStatistics range;

  HeatMap(Panel panel, Axis x, Axis y) {
    this.panel = panel;
    this.x = x;
    this.y = y;
    this.byTightness = values(panel, Cell::tightness).findAny().isPresent();
    this.scale =
        !byTightness && values(panel, Cell::margin).allMatch(each -> each > 0)
            ? Scale.LOG10
            : Scale.LINEAR;
    this.range =
        values(panel, this::measure)
            .mapToDouble(Double::doubleValue)
            .map(scale::place)
            .summaryStatistics();
  }

  /** Whether anything was measured. */
  static boolean canShow(Panel panel) {
    return values(panel, Cell::margin).findAny().isPresent();
  }

  private static Stream<Double> values(Panel panel, Function<Cell, Double> part) {
    return cells(panel).map(part).filter(Objects::nonNull);
  }

  private static Stream<Cell> cells(Panel panel) {
    return panel.cells().stream().flatMap(List::stream).filter(Objects::nonNull);
  }

  private Double measure(Cell cell) {
    return byTightness ? cell.tightness() : cell.margin();
  }

  DrawnFigure draw(String id) {
    return new DrawnFigure(id, caption(), Svg.of(specification(), id));
  }

  private String caption() {
    String what = byTightness ? "largest tightness" : "least margin";
    long unmet = cells(panel).filter(cell -> !letter(cell).isEmpty()).count();
    String letters =
        unmet == 0
            ? "Holds in every tile."
            : "V violated or refuted, U undecided, – not applicable; " + unmet + " such tiles.";
    boolean gaps = cells(panel).anyMatch(cell -> measure(cell) == null);
    return SweepPage.label(panel.id(), panel.norm())
        + ": "
        + what
        + " over the cases of each tile"
        + (gaps ? ", grey where no case has any. " : ". ")
        + letters;
  }

  private Map<String, Object> specification() {
    List<Object> xs = new ArrayList<>();
    List<Object> ys = new ArrayList<>();
    List<Object> shades = new ArrayList<>();
    List<Object> letters = new ArrayList<>();
    for (int row = 0; row < panel.cells().size(); row++) {
      for (int column = 0; column < panel.cells().get(row).size(); column++) {
        Cell cell = panel.cells().get(row).get(column);
        if (cell != null) {
          xs.add((double) column);
          ys.add((double) row);
          Double measure = measure(cell);
          shades.add(measure == null ? null : scale.place(measure));
          letters.add(letter(cell));
        }
      }
    }
    Map<String, Object> data = map("x", xs, "y", ys, "shade", shades, "letter", letters);
    return map(
        "kind", "plot",
        "coord", map("name", "cartesian"),
        "data", data,
        "layers", list(tiles(), letters()),
        "scales", list(positions("x", x), positions("y", y), shades()),
        "theme", theme());
  }

  private static String letter(Cell cell) {
    return switch (cell.status()) {
      case REFUTED, VIOLATED -> "V";
      case UNDECIDED -> "U";
      case NOT_APPLICABLE -> "–";
      case HOLDS, ENCLOSED, PROVED -> "";
    };
  }

  private static Map<String, Object> tiles() {
    return map(
        "geom", "tile",
        "mapping", map("x", "x", "y", "y", "fill", "shade"),
        "color", "#ffffff",
        "size", 0.5,
        "tooltips", "none");
  }

  private static Map<String, Object> letters() {
    return map(
        "geom", "text",
        "mapping", map("x", "x", "y", "y", "label", "letter"),
        "size", 8,
        "color", "#222222",
        "tooltips", "none");
  }

  private static Map<String, Object> positions(String aesthetic, Axis axis) {
    int size = axis.values().size();
    int stride = (size + MOST_LABELS - 1) / MOST_LABELS;
    List<Integer> shown = IntStream.range(0, size).filter(k -> k % stride == 0).boxed().toList();
    return map(
        "aesthetic",
        aesthetic,
        "name",
        axis.title(),
        "limits",
        list(-0.5, size - 0.5),
        "expand",
        list(0.0, 0.0),
        "breaks",
        new ArrayList<Object>(shown.stream().map(Integer::doubleValue).toList()),
        "labels",
        new ArrayList<Object>(shown.stream().map(k -> shortened(axis.values().get(k))).toList()));
  }

  private static String shortened(String label) {
    return label.length() <= 14 ? label : label.substring(0, 13) + "…";
  }

  private Map<String, Object> shades() {
    Map<String, Object> shades =
        map(
            "aesthetic",
            "fill",
            "scale_mapper_kind",
            "color_gradient",
            "low",
            byTightness ? "#fff3d6" : "#6baed6",
            "high",
            byTightness ? "#c77700" : "#f1f7fc",
            "na_value",
            EMPTY,
            "name",
            byTightness ? "tightness" : "margin",
            "format",
            "{.6g}");
    List<Tick> ticks = Ticks.between(scale, range.getMin(), range.getMax());
    if (!ticks.isEmpty()) {
      shades.put("breaks", new ArrayList<Object>(ticks.stream().map(Tick::at).toList()));
      shades.put("labels", new ArrayList<Object>(ticks.stream().map(Tick::label).toList()));
    }
    return shades;
  }

  private static Map<String, Object> theme() {
    return map(
        "name", "light",
        "legend_position", "right",
        "panel_grid", map("name", "blank", "blank", true),
        "text", map("color", "#222222", "blank", false),
        "axis_text", map("size", 14, "blank", false),
        "axis_title", map("size", 15, "blank", false));
  }
}
