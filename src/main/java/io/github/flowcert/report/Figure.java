package io.github.flowcert.report;

/**
 * A figure before it is drawn.
 *
 * @param id unique on its page, letters, digits and hyphens
 * @param caption what it shows, for everybody
 * @param plot the curves
 */
record Figure(String id, String caption, Plot plot) {

  /** The figure as the page shows it. */
  DrawnFigure draw() {
    return new DrawnFigure(id, caption, Svg.of(this));
  }
}
