package io.github.flowcert.report;

import io.github.flowcert.report.EndLabels.Label;
import io.github.flowcert.report.Plot.Axis;
import io.github.flowcert.report.Ticks.Tick;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A plot in the terms of Lets-Plot, which wants maps and lists that it may change. */
final class PlotSpec {

  private static final double LABEL_SIZE = 7;

  private PlotSpec() {}

  /** The specification of a placed plot that has at least one curve. */
  static Map<String, Object> of(Plot placed) {
    Frame frame = Frame.around(placed);
    List<Object> layers = new ArrayList<>();
    placed.horizon().ifPresent(at -> layers.addAll(horizon(at, frame)));
    placed.curves().forEach(curve -> layers.add(line(curve)));
    EndLabels.of(placed.curves(), frame).forEach(label -> layers.add(endLabel(label, frame)));
    List<Object> scales =
        list(
            scale("x", placed.x(), frame.left(), frame.right(), frame.end()),
            scale("y", placed.y(), frame.bottom(), frame.top(), frame.top()));
    boolean shaded = placed.curves().stream().anyMatch(Curve::isShaded);
    if (shaded) {
      scales.add(shades(placed.curves()));
    }
    return map("kind", "plot", "layers", layers, "scales", scales, "theme", theme(shaded));
  }

  /** The colours of logarithms: from light to dark, so that they differ in grey too. */
  private static Map<String, Object> shades(List<Curve> curves) {
    DoubleSummaryStatistics range =
        curves.stream()
            .flatMap(curve -> curve.shades().stream())
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    List<Tick> ticks = Ticks.between(Scale.LOG10, range.getMin(), range.getMax());
    return map(
        "aesthetic", "color",
        "scale_mapper_kind", "color_gradient",
        "low", "#f2a900",
        "high", "#3b0f70",
        "name", "iteration",
        "breaks", new ArrayList<Object>(ticks.stream().map(Tick::at).toList()),
        "labels", new ArrayList<Object>(ticks.stream().map(Tick::label).toList()));
  }

  private static Map<String, Object> line(Curve curve) {
    List<Object> xs = new ArrayList<>();
    List<Object> ys = new ArrayList<>();
    for (Point point : curve.points()) {
      xs.add(point.x());
      ys.add(point.y());
    }
    if (curve.isShaded()) {
      return shaded(curve, xs, ys);
    }
    return map(
        "geom", curve.points().size() == 1 ? "point" : "path",
        "data", map("x", xs, "y", ys),
        "mapping", map("x", "x", "y", "y"),
        "color", curve.ink().colour(),
        "linetype", curve.ink().dash(),
        "size", curve.points().size() == 1 ? 3.0 : 1.1,
        "tooltips", "none");
  }

  private static Map<String, Object> shaded(Curve curve, List<Object> xs, List<Object> ys) {
    return map(
        "geom",
        "point",
        "data",
        map("x", xs, "y", ys, "shade", new ArrayList<Object>(curve.shades())),
        "mapping",
        map("x", "x", "y", "y", "color", "shade"),
        "size",
        1.6,
        "tooltips",
        "none");
  }

  private static Map<String, Object> endLabel(Label label, Frame frame) {
    double x = frame.end() + 0.012 * frame.width();
    return text(label.text(), x, label.y(), "left", label.ink());
  }

  private static List<Object> horizon(double at, Frame frame) {
    boolean leftHalf = at < (frame.left() + frame.end()) / 2;
    double aside = (leftHalf ? 0.01 : -0.01) * frame.width();
    String text = leftHalf ? "← trusted up to here" : "trusted up to here →";
    double y = frame.top() - 0.04 * frame.height();
    return list(
        map("geom", "vline", "xintercept", at, "linetype", "dashed", "color", "#444444"),
        text(text, at + aside, y, leftHalf ? "left" : "right", Ink.BLACK));
  }

  private static Map<String, Object> text(String text, double x, double y, String hjust, Ink ink) {
    return map(
        "geom",
        "text",
        "data",
        map("x", list(x), "y", list(y), "label", list(text)),
        "mapping",
        map("x", "x", "y", "y", "label", "label"),
        "hjust",
        hjust,
        "vjust",
        "center",
        "size",
        LABEL_SIZE,
        "color",
        ink.colour(),
        "tooltips",
        "none");
  }

  private static Map<String, Object> scale(
      String aesthetic, Axis axis, double low, double high, double lastTick) {
    Map<String, Object> scale =
        map(
            "aesthetic", aesthetic,
            "name", axis.title(),
            "limits", list(low, high),
            "expand", list(0.0, 0.0));
    List<Tick> ticks = Ticks.between(axis.scale(), low, lastTick);
    if (!ticks.isEmpty()) {
      scale.put("breaks", new ArrayList<Object>(ticks.stream().map(Tick::at).toList()));
      scale.put("labels", new ArrayList<Object>(ticks.stream().map(Tick::label).toList()));
    }
    return scale;
  }

  private static Map<String, Object> theme(boolean legend) {
    return map(
        "name", "light",
        "legend_position", legend ? "bottom" : "none",
        "panel_grid_minor", map("name", "blank", "blank", true),
        "text", map("color", "#222222", "blank", false),
        "axis_text", map("size", 14, "blank", false),
        "axis_title", map("size", 15, "blank", false));
  }

  static List<Object> list(Object... items) {
    return new ArrayList<>(List.of(items));
  }

  static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
