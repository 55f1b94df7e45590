package io.github.flowcert.casefile;

import io.github.flowcert.casefile.Case.Descent;
import io.github.flowcert.descent.DescentMethod;
import io.github.flowcert.descent.Precision;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code descent}; what is not given is plain gradient descent in doubles. */
final class DescentReader {
  private static final List<String> KEYS =
      List.of("learning-rates", "iterations", "method", "precision", "figure");
  private static final List<String> METHODS =
      List.of("gradient-descent", "momentum", "stochastic", "adaptive");
  private static final double AVERAGING = 0.99;

  private DescentReader() {}

  /** Reads the section of a case about a problem. */
  static Descent read(YamlNode node, MatrixProblem problem) throws InputException {
    YamlMap descent = node.map("a map of learning-rates and iterations").only(KEYS);
    String expected = "a list of numbers above 0";
    List<Double> rates = new ArrayList<>();
    for (YamlNode item : descent.required("learning-rates", expected).nonEmptyList(expected)) {
      double rate = Numbers.positive(item);
      if (rates.contains(rate)) {
        throw item.found("each learning rate once");
      }
      rates.add(rate);
    }
    YamlNode iterations = descent.required("iterations", "a whole number from 1 on");
    return new Descent(
        List.copyOf(rates),
        Numbers.positiveLong(iterations),
        descent.optional(
            "method", each -> method(each, problem), new DescentMethod.GradientDescent()),
        descent.optional("precision", DescentReader::precision, Precision.DOUBLE),
        descent.optional("figure", Names::read, ""));
  }

  private static Precision precision(YamlNode node) throws InputException {
    return node.choice(
        Precision::of, Arrays.stream(Precision.values()).map(Precision::word).toList());
  }

  /** A word, or a map of kind and what belongs to the kind. */
  private static DescentMethod method(YamlNode node, MatrixProblem problem) throws InputException {
    if (!node.isMap()) {
      String kind = kind(node);
      if (kind.equals("stochastic") || kind.equals("momentum")) {
        throw node.problem("'" + kind + "' needs more than its name; expected " + example(kind));
      }
      return plain(kind);
    }
    YamlMap map = node.map("a map of kind and what belongs to the kind");
    String kind = kind(map.required("kind", "one of " + String.join(", ", METHODS)));
    return switch (kind) {
      case "momentum" -> momentum(map.only(List.of("kind", "coefficient")));
      case "stochastic" -> stochastic(map.only(List.of("kind", "batch", "seed")), problem);
      case "adaptive" -> adaptive(map.only(List.of("kind", "averaging")));
      default -> plain(map.only(List.of("kind")).required("kind", "a word").text("a word"));
    };
  }

  private static String kind(YamlNode node) throws InputException {
    return node.choice(word -> Optional.of(word).filter(METHODS::contains), METHODS);
  }

  private static String example(String kind) {
    return kind.equals("momentum")
        ? "{kind: momentum, coefficient: 0.9}"
        : "{kind: stochastic, batch: 1, seed: 1}";
  }

  private static DescentMethod plain(String kind) {
    return kind.equals("adaptive")
        ? new DescentMethod.Adaptive(AVERAGING)
        : new DescentMethod.GradientDescent();
  }

  private static DescentMethod momentum(YamlMap map) throws InputException {
    String expected = "a number from 0 to below 1";
    YamlNode node = map.required("coefficient", expected);
    double coefficient = Numbers.nonNegative(node);
    if (coefficient >= 1) {
      throw node.found(expected);
    }
    return new DescentMethod.Momentum(coefficient);
  }

  private static DescentMethod stochastic(YamlMap map, MatrixProblem problem)
      throws InputException {
    if (problem.completion().isEmpty()) {
      throw map.required("kind", "a word")
          .problem(
              "stochastic descent draws observed entries, which "
                  + problem.kind()
                  + " has not; expected another method");
    }
    int observed = problem.observations();
    String expected = "a whole number from 1 to " + observed + ", how many entries are observed";
    YamlNode node = map.required("batch", expected);
    int batch = Numbers.positiveInt(node);
    if (batch > observed) {
      throw node.found(expected);
    }
    long seed = Numbers.anyLong(map.required("seed", "a whole number for the draws"));
    return new DescentMethod.Stochastic(batch, seed);
  }

  private static DescentMethod adaptive(YamlMap map) throws InputException {
    double averaging = map.optional("averaging", DescentReader::averaging, AVERAGING);
    return new DescentMethod.Adaptive(averaging);
  }

  private static double averaging(YamlNode node) throws InputException {
    String expected = "a number above 0 and below 1";
    double averaging = Numbers.positive(node);
    if (averaging >= 1) {
      throw node.found(expected);
    }
    return averaging;
  }
}
