package io.github.flowcert.casefile;

import io.github.flowcert.norm.NamedNorms;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.norm.NormTrial;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.norm.StatedNorm;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads norms of a user's own, and refuses those that random matrices show to be none. */
final class OwnNormReader {
  static final List<String> KEYS = List.of("name", "expression", "triangle");

  private static final String EXPRESSION =
      "an expression over w(i,j), sigma(r), schatten(p), entrywise(p) and norm(name)";

  private final ClaimVocabulary vocabulary;
  private final Shape shape;

  OwnNormReader(ClaimVocabulary vocabulary, Shape shape) {
    this.vocabulary = vocabulary;
    this.shape = shape;
  }

  Norm read(YamlMap map) throws InputException {
    map.only(KEYS);
    String name = name(map.required("name", "a name for the norm"));
    YamlNode expression = map.required("expression", EXPRESSION);
    String text = expression.freeText(EXPRESSION);
    Optional<String> problem = vocabulary.problemWithNorm(text, shape);
    if (problem.isPresent()) {
      throw expression.problem(problem.get());
    }
    double triangle =
        constant(map.required("triangle", "the constant c of ||A + B|| <= c (||A|| + ||B||)"));
    StatedNorm norm = new StatedNorm(name, text, vocabulary.norm(text, shape), triangle);
    Optional<String> broken = NormTrial.refute(norm, shape);
    if (broken.isPresent()) {
      throw expression.problem(
          broken.get() + "; expected a norm, or a quasi-norm with this triangle constant");
    }
    return norm;
  }

  private static String name(YamlNode node) throws InputException {
    String name = Names.read(node);
    if (NamedNorms.all().containsKey(name)) {
      throw node.problem("'" + name + "' is the name of another norm; expected a name of its own");
    }
    return name;
  }

  private static double constant(YamlNode node) throws InputException {
    String expected = "a number that is 1 or more";
    double value = Numbers.finite(node, expected);
    if (value < 1) {
      throw node.found(expected);
    }
    return value;
  }
}
