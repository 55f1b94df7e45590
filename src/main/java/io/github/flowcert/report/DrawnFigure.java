package io.github.flowcert.report;

/**
 * A figure of a page.
 *
 * @param id unique on its page
 * @param caption what it shows
 * @param svg its drawing, safe to stand in HTML as it is
 */
public record DrawnFigure(String id, String caption, String svg) {

  /** The drawing as a file of its own. */
  public String standalone() {
    return svg.replaceFirst(
        "<svg ", "<svg width=\"" + Svg.WIDTH + "\" height=\"" + Svg.HEIGHT + "\" ");
  }
}
