package io.github.flowcert.casefile;

import io.github.flowcert.norm.Entrywise;
import io.github.flowcert.norm.KyFan;
import io.github.flowcert.norm.NamedNorms;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.norm.OperatorNorm;
import io.github.flowcert.norm.OperatorNorm.Sums;
import io.github.flowcert.norm.Schatten;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.norm.WeightedSchatten;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads {@code norms}. */
final class NormsReader {
  private static final Map<String, Norm> NAMED = NamedNorms.all();
  private static final List<String> FAMILIES =
      List.of("schatten", "entrywise", "ky-fan", "operator", "weighted-schatten");
  private static final String KNOWN =
      "one of "
          + String.join(", ", NAMED.keySet())
          + ", {schatten: p}, {entrywise: p}, {ky-fan: k}, {operator: 1}, {operator: inf},"
          + " {weighted-schatten: {p: p, weights: [..]}}, {name: .., expression: .., triangle: c}";

  /** The norms of a file that names none. */
  static final List<Norm> DEFAULT =
      List.of(
          NAMED.get("frobenius"),
          NAMED.get("nuclear"),
          NAMED.get("spectral"),
          new Schatten("schatten 1/2", 0.5));

  private final OwnNormReader own;
  private final Shape shape;

  /** A reader for norms of matrices of a shape. */
  NormsReader(ClaimVocabulary vocabulary, Shape shape) {
    this.own = new OwnNormReader(vocabulary, shape);
    this.shape = shape;
  }

  List<Norm> read(YamlNode node) throws InputException {
    Map<String, Norm> norms = new LinkedHashMap<>();
    for (YamlNode item : node.nonEmptyList("a list of norms: " + KNOWN)) {
      Norm norm = withConstant(item, item.isMap() ? described(item) : named(item));
      if (norms.putIfAbsent(norm.name(), norm) != null) {
        throw item.problem("the norm '" + norm.name() + "' stands twice; expected it once");
      }
    }
    return List.copyOf(norms.values());
  }

  /** Refuses exponents so small that claims about the norm could not be evaluated. */
  private Norm withConstant(YamlNode item, Norm norm) throws InputException {
    double c = norm.triangleConstant(shape);
    if (!Double.isFinite(c * c)) {
      throw item.problem(
          "the square of the triangle constant of '"
              + norm.name()
              + "' is too large for a double; expected a larger exponent or a smaller constant");
    }
    return norm;
  }

  private static Norm named(YamlNode node) throws InputException {
    Norm norm = NAMED.get(node.text(KNOWN));
    if (norm == null) {
      throw node.found(KNOWN);
    }
    return norm;
  }

  private Norm described(YamlNode node) throws InputException {
    YamlMap map = node.map(KNOWN);
    if (map.values().keySet().stream().anyMatch(OwnNormReader.KEYS::contains)) {
      return own.read(map);
    }
    map.only(FAMILIES);
    if (map.values().size() != 1) {
      throw node.problem("found " + map.values().size() + " keys; expected one, as in {ky-fan: 2}");
    }
    Map.Entry<String, YamlNode> entry = map.values().entrySet().iterator().next();
    return family(entry.getKey(), entry.getValue());
  }

  private Norm family(String family, YamlNode value) throws InputException {
    return switch (family) {
      case "schatten" -> new Schatten(family + " " + written(value), Exponents.any(value));
      case "entrywise" -> new Entrywise(family + " " + written(value), Exponents.any(value));
      case "ky-fan" ->
          new KyFan(family + " " + written(value), Numbers.wholeUpTo(value, shape.rank()));
      case "operator" -> operator(family, value);
      default -> weighted(family, value);
    };
  }

  /** A number as it stands in the file; empty where there is none, which is refused elsewhere. */
  private static String written(YamlNode node) {
    return node.node() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static Norm operator(String family, YamlNode node) throws InputException {
    String expected = "1 or inf (the operator norm from l_2 to l_2 is spectral)";
    if (node.isText() && node.text(expected).equals("inf")) {
      return new OperatorNorm(family + " inf", Sums.ROWS);
    }
    if (Numbers.finite(node, expected) != 1) {
      throw node.found(expected);
    }
    return new OperatorNorm(family + " 1", Sums.COLUMNS);
  }

  private Norm weighted(String family, YamlNode node) throws InputException {
    YamlMap map = node.map("a map of p and weights").only(List.of("p", "weights"));
    YamlNode exponent = map.required("p", "an exponent");
    double p = Exponents.finite(exponent);
    List<Double> weights = new ArrayList<>();
    StringJoiner words = new StringJoiner(", ", "(", ")");
    String expected = "a list of " + shape.rank() + " positive weights, one for a singular value";
    YamlNode list = map.required("weights", expected);
    for (YamlNode weight : list.list(expected)) {
      weights.add(Numbers.positive(weight));
      words.add(written(weight));
    }
    if (weights.size() != shape.rank()) {
      throw list.problem("found " + weights.size() + " weights; expected " + expected);
    }
    return new WeightedSchatten(family + " " + written(exponent) + " " + words, p, weights);
  }
}
