package io.github.flowcert.report;

/**
 * How a curve is drawn: a colour that people with any colour vision can tell from the others (after
 * Okabe and Ito, darkened so that labels in it can be read on white) and a dash that does the same
 * in grey.
 */
enum Ink {
  BLUE("#0072b2", "solid"),
  ORANGE("#b34700", "dashed"),
  GREEN("#00785a", "longdash"),
  PURPLE("#8f3f72", "dotdash"),
  BLACK("#222222", "dotted"),
  GREY("#666666", "solid");

  private final String colour;
  private final String dash;

  Ink(String colour, String dash) {
    this.colour = colour;
    this.dash = dash;
  }

  String colour() {
    return colour;
  }

  String dash() {
    return dash;
  }

  /** The ink of the curve at that index, starting again after the last. */
  static Ink of(int index) {
    return values()[index % values().length];
  }
}
