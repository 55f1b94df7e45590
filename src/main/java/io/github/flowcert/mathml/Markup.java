package io.github.flowcert.mathml;

/**
 * A piece of MathML.
 *
 * @param text well-formed, one or more elements in a row
 * @param binding how tightly it holds together
 */
record Markup(String text, Binding binding) {

  /** How tightly a piece holds together, loosest first. */
  enum Binding {
    STATEMENT,
    SUM,
    PRODUCT,
    POWER,
    ATOM
  }

  static Markup atom(String text) {
    return new Markup(text, Binding.ATOM);
  }

  /** The piece as one element. */
  String row() {
    return "<mrow>" + text + "</mrow>";
  }

  /** The piece as one element that holds together at least so tightly, in brackets if need be. */
  String within(Binding least) {
    return binding.compareTo(least) >= 0 ? row() : fenced("(", row(), ")");
  }

  static String fenced(String open, String inside, String close) {
    return "<mrow><mo>" + open + "</mo>" + inside + "<mo>" + close + "</mo></mrow>";
  }

  static String operator(String sign) {
    return "<mo>" + sign + "</mo>";
  }
}
