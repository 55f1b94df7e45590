package io.github.flowcert.casefile;

import io.github.flowcert.casefile.Case.Descent;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code descent}. */
final class DescentReader {
  private DescentReader() {}

  static Descent read(YamlNode node) throws InputException {
    YamlMap descent =
        node.map("a map of learning-rates and iterations")
            .only(List.of("learning-rates", "iterations"));
    String expected = "a list of numbers above 0";
    List<Double> rates = new ArrayList<>();
    for (YamlNode rate : descent.required("learning-rates", expected).nonEmptyList(expected)) {
      rates.add(Numbers.positive(rate));
    }
    YamlNode iterations = descent.required("iterations", "a whole number from 1 on");
    return new Descent(List.copyOf(rates), Numbers.positiveLong(iterations));
  }
}
