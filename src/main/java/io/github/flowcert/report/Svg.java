package io.github.flowcert.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jetbrains.letsPlot.commons.geometry.DoubleVector;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

/** Draws figures. */
final class Svg {

  static final int WIDTH = 480;
  static final int HEIGHT = 310;
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

  /** An id where it is given or referred to, among other things that look like one. */
  private static final Pattern NAMED = Pattern.compile("( id=\"|#)([A-Za-z][\\w-]*)");

  private Svg() {}

  /** The drawing of a figure that has something to show. */
  static String of(Figure figure) {
    return of(PlotSpec.of(figure.plot().placed()), figure.id());
  }

  /** The drawing of a specification in the terms of Lets-Plot. */
  static String of(Map<String, Object> specification, String id) {
    String svg =
        PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
            specification,
            new DoubleVector(WIDTH, HEIGHT),
            (width, height, pixels) -> {
              throw new IllegalStateException("these figures hold no bitmap");
            },
            false);
    return scalable(settled(svg, id));
  }

  // The library draws its ids by lot. Ours are the same in every run, and no two figures of a page
  // share one.
  private static String settled(String svg, String prefix) {
    Map<String, String> names = new LinkedHashMap<>();
    ID.matcher(svg)
        .results()
        .map(found -> found.group(1))
        .forEach(old -> names.putIfAbsent(old, prefix + "-" + names.size()));
    return NAMED
        .matcher(svg)
        .replaceAll(found -> found.group(1) + names.getOrDefault(found.group(2), found.group(2)));
  }

  private static String scalable(String svg) {
    return svg.replaceFirst(
        "width=\"[0-9.]+\" height=\"[0-9.]+\"", "viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\"");
  }
}
