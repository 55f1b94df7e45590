package io.github.flowcert.mathml;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How names are typeset.
 *
 * @param templates by name in lower case, MathML in which {@code #} stands for the arguments; other
 *     names are taken apart: Greek letters, indices and primes
 */
record Symbols(Map<String, String> templates) {
  private static final Pattern INDEXED = Pattern.compile("([a-z]+?)(\\d+)");
  private static final Pattern PRIMED = Pattern.compile("([a-z]+)prime");
  private static final Map<String, String> GREEK =
      Map.ofEntries(
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("delta", "δ"),
          Map.entry("epsilon", "ϵ"),
          Map.entry("eta", "η"),
          Map.entry("theta", "θ"),
          Map.entry("kappa", "κ"),
          Map.entry("lambda", "λ"),
          Map.entry("mu", "μ"),
          Map.entry("nu", "ν"),
          Map.entry("rho", "ρ"),
          Map.entry("sigma", "σ"),
          Map.entry("tau", "τ"),
          Map.entry("phi", "φ"),
          Map.entry("chi", "χ"),
          Map.entry("psi", "ψ"),
          Map.entry("omega", "ω"));

  /** A name that stands alone. */
  Markup of(String name) {
    String template = templates.get(name);
    if (template != null && !template.contains("#")) {
      return templated(template);
    }
    Matcher indexed = INDEXED.matcher(name);
    if (indexed.matches()) {
      String base = identifier(indexed.group(1));
      return Markup.atom("<msub>" + base + "<mn>" + indexed.group(2) + "</mn></msub>");
    }
    Matcher primed = PRIMED.matcher(name);
    return primed.matches()
        ? Markup.atom("<msup>" + identifier(primed.group(1)) + "<mo>′</mo></msup>")
        : Markup.atom(identifier(name));
  }

  /** A quantity with its arguments, which are MathML. */
  Markup of(String name, String arguments) {
    String template = templates.get(name);
    return template == null
        ? Markup.atom("<mrow>" + identifier(name) + Markup.fenced("(", arguments, ")") + "</mrow>")
        : templated(template.replace("#", arguments));
  }

  // One element is an atom; several in a row, as in "det W", are taken for a product.
  private static Markup templated(String template) {
    Matcher first = Pattern.compile("<(m\\w+)").matcher(template);
    boolean single =
        first.find()
            && template.indexOf("</" + first.group(1) + ">")
                == template.length() - first.group(1).length() - 3;
    return single ? Markup.atom(template) : new Markup(template, Markup.Binding.PRODUCT);
  }

  private static String identifier(String name) {
    return "<mi>" + GREEK.getOrDefault(name, name) + "</mi>";
  }
}
