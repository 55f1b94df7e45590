package io.github.flowcert.casefile;

import io.github.flowcert.norm.Entrywise;
import io.github.flowcert.norm.NamedNorms;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.norm.Schatten;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads {@code norms}. */
final class NormsReader {
  private static final Map<String, Norm> NAMED = NamedNorms.all();

  /** The norms of a file that names none. */
  static final List<Norm> DEFAULT =
      List.of(
          NAMED.get("frobenius"),
          NAMED.get("nuclear"),
          NAMED.get("spectral"),
          new Schatten("schatten 1/2", 0.5));

  private static final String KNOWN =
      "one of frobenius, nuclear, spectral, {schatten: p}, {entrywise: p}";
  private static final Pattern FRACTION = Pattern.compile("([0-9]{1,9})/([0-9]{1,9})");

  private NormsReader() {}

  static List<Norm> read(YamlNode node) throws InputException {
    Map<String, Norm> norms = new LinkedHashMap<>();
    for (YamlNode item : node.nonEmptyList("a list of norms: " + KNOWN)) {
      Norm norm = item.isMap() ? family(item) : named(item);
      if (norms.putIfAbsent(norm.name(), norm) != null) {
        throw item.problem("the norm '" + norm.name() + "' stands twice; expected it once");
      }
    }
    return List.copyOf(norms.values());
  }

  private static Norm named(YamlNode node) throws InputException {
    Norm norm = NAMED.get(node.text(KNOWN));
    if (norm == null) {
      throw node.found(KNOWN);
    }
    return norm;
  }

  private static Norm family(YamlNode node) throws InputException {
    YamlMap map = node.map(KNOWN).only(List.of("schatten", "entrywise"));
    if (map.values().size() != 1) {
      throw node.problem(
          "found " + map.values().size() + " keys; expected {schatten: p} or {entrywise: p}");
    }
    String family = map.values().keySet().iterator().next();
    YamlNode exponent = map.values().get(family);
    double p = exponent(exponent);
    String name = family + " " + ((ScalarNode) exponent.node()).getValue();
    return family.equals("schatten") ? new Schatten(name, p) : new Entrywise(name, p);
  }

  private static double exponent(YamlNode node) throws InputException {
    String expected = "a number above 0, a fraction such as 1/2, or inf";
    if (node.isText()) {
      String text = node.text(expected);
      if (text.equals("inf")) {
        return Double.POSITIVE_INFINITY;
      }
      Matcher fraction = FRACTION.matcher(text);
      if (fraction.matches()) {
        return quotient(node, fraction, expected);
      }
    }
    double p = Numbers.finite(node, expected);
    if (p <= 0) {
      throw node.found(expected);
    }
    return p;
  }

  private static double quotient(YamlNode node, Matcher fraction, String expected)
      throws InputException {
    // Both are integers below 2^53, so that one division rounds the exact fraction correctly.
    double numerator = new BigDecimal(fraction.group(1)).doubleValue();
    double denominator = new BigDecimal(fraction.group(2)).doubleValue();
    if (numerator == 0 || denominator == 0) {
      throw node.found(expected);
    }
    return numerator / denominator;
  }
}
