package io.github.flowcert.casefile;

import io.github.flowcert.flow.Formulation;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Reads {@code flow}; what is not given has the defaults of {@link FlowOptions}. */
final class FlowReader {
  private static final Tolerance TOLERANCE = new Tolerance(1e-8, 1e-12);
  private static final Until UNTIL = new Until(1e-8, 1e30, 200_000);
  private static final Samples SAMPLES = new Samples(List.of(1e-1, 1e-2, 1e-3, 1e-4), List.of());

  /** The loss of a regression tells little of its parameters: they are followed until they rest. */
  private static final Until AT_REST = new Until(0, UNTIL.time, UNTIL.steps);

  private record Tolerance(double relative, double absolute) {}

  private record Until(double loss, double time, int steps) {}

  private record Samples(List<Double> losses, List<Double> times) {}

  private final Until until;

  private FlowReader(Until until) {
    this.until = until;
  }

  /** A reader for the flow of a problem. */
  static FlowReader of(MatrixProblem problem) {
    return new FlowReader(problem instanceof LeastSquares ? AT_REST : UNTIL);
  }

  /** The flow of a case file, which may say nothing about it. */
  FlowOptions read(YamlMap root) throws InputException {
    FlowOptions nothingSaid =
        options(Formulation.AUTO, IntegratorKind.AUTO, TOLERANCE, until, SAMPLES);
    return root.optional("flow", this::read, nothingSaid);
  }

  private FlowOptions read(YamlNode node) throws InputException {
    List<String> keys = List.of("formulation", "integrator", "tolerance", "until", "record");
    YamlMap flow = node.map("a map of " + String.join(", ", keys)).only(keys);
    return options(
        flow.optional("formulation", FlowReader::formulation, Formulation.AUTO),
        flow.optional("integrator", FlowReader::integrator, IntegratorKind.AUTO),
        flow.optional("tolerance", FlowReader::tolerance, TOLERANCE),
        flow.optional("until", this::until, until),
        flow.optional("record", FlowReader::samples, SAMPLES));
  }

  private static FlowOptions options(
      Formulation formulation,
      IntegratorKind integrator,
      Tolerance tolerance,
      Until until,
      Samples samples) {
    return new FlowOptions(
        formulation,
        integrator,
        tolerance.relative,
        tolerance.absolute,
        until.loss,
        until.time,
        until.steps,
        samples.losses,
        samples.times);
  }

  private static Formulation formulation(YamlNode node) throws InputException {
    return node.choice(
        Formulation::of, Arrays.stream(Formulation.values()).map(Formulation::word).toList());
  }

  private static IntegratorKind integrator(YamlNode node) throws InputException {
    return node.choice(
        IntegratorKind::of,
        Arrays.stream(IntegratorKind.values()).map(IntegratorKind::word).toList());
  }

  private static Tolerance tolerance(YamlNode node) throws InputException {
    YamlMap map = node.map("a map of relative and absolute").only(List.of("relative", "absolute"));
    return new Tolerance(
        map.optional("relative", each -> Numbers.between(each, 1e-14, 0.1), TOLERANCE.relative),
        map.optional("absolute", each -> Numbers.between(each, 1e-300, 1), TOLERANCE.absolute));
  }

  private Until until(YamlNode node) throws InputException {
    YamlMap map = node.map("a map of loss, time and steps").only(List.of("loss", "time", "steps"));
    return new Until(
        map.optional("loss", Numbers::positive, until.loss),
        map.optional("time", Numbers::positive, UNTIL.time),
        map.optional("steps", Numbers::positiveInt, UNTIL.steps));
  }

  private static Samples samples(YamlNode node) throws InputException {
    YamlMap map = node.map("a map of loss and time").only(List.of("loss", "time"));
    return new Samples(
        map.optional("loss", FlowReader::losses, SAMPLES.losses),
        map.optional("time", FlowReader::times, SAMPLES.times));
  }

  private static List<Double> losses(YamlNode node) throws InputException {
    return distinct(node.list("a list of losses"), Numbers::positive).stream()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private static List<Double> times(YamlNode node) throws InputException {
    return distinct(node.list("a list of times"), Numbers::nonNegative).stream().sorted().toList();
  }

  private static List<Double> distinct(List<YamlNode> items, YamlMap.Reader<Double> reader)
      throws InputException {
    List<Double> values = new ArrayList<>();
    for (YamlNode item : items) {
      Double value = reader.read(item);
      if (values.contains(value)) {
        throw item.found("each sample once");
      }
      values.add(value);
    }
    return values;
  }
}
