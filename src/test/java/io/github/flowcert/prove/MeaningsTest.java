package io.github.flowcert.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.claim.Setting;
import io.github.flowcert.claim.TrajectoryPoint;
import io.github.flowcert.expression.Expression;
import io.github.flowcert.expression.Quantities;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.norm.Entrywise;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.norm.Schatten;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.problem.MatrixCompletion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What proofs take quantities to be, against what is measured of random matrices. */
class MeaningsTest {
  private static final MatrixCompletion EQUATION_6 =
      MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.0}});
  private static final MatrixCompletion EQUATION_11 =
      MatrixCompletion.of(new Double[][] {{null, -1.5}, {0.7, 0.2}});

  private static final MeaningsFile FILE = MeaningsFile.read();

  private static FlowState state(MatrixCompletion problem, double[] w) {
    double squares = w[0] * w[0] + w[1] * w[1] + w[2] * w[2] + w[3] * w[3];
    double det = w[0] * w[3] - w[1] * w[2];
    double top = Math.sqrt((squares + Math.sqrt(squares * squares - 4 * det * det)) / 2);
    double[] gradient = new double[4];
    problem.gradient(w, gradient);
    return new FlowState(
        1,
        MatrixCompletion.lossOfGradient(gradient),
        2,
        2,
        w,
        new double[] {Math.log(top), Math.log(Math.abs(det) / top)},
        (int) Math.signum(det),
        Math.log(Math.abs(det)),
        0,
        4);
  }

  /** The names of proofs, with what is measured. */
  private static Map<String, Double> measured(TrajectoryPoint point, double[] w, Norm norm) {
    Map<String, Double> values = new HashMap<>();
    values.put("w11", w[0]);
    values.put("w12", w[1]);
    values.put("w21", w[2]);
    values.put("w22", w[3]);
    for (String name : List.of("det", "loss", "z", "zprime", "epsilon", "erank", "c")) {
      values.put(name, point.symbol(name));
    }
    values.put("det0", -2.0);
    values.put("sigma1", point.call("sigma", new double[] {1}));
    values.put("sigma2", point.call("sigma", new double[] {2}));
    values.put("nw", point.symbol("normvalue"));
    Shape shape = new Shape(2, 2);
    values.put("n11", norm.ofUnitMatrix(shape, 1, 1));
    values.put("n12", norm.ofUnitMatrix(shape, 1, 2));
    values.put("n21", norm.ofUnitMatrix(shape, 2, 1));
    values.put("n22", norm.ofUnitMatrix(shape, 2, 2));
    return values;
  }

  private record Drawn(TrajectoryPoint point, Map<String, Double> values) {
    double of(String text) throws Exception {
      Vocabulary names = Vocabulary.of(values.keySet().toArray(String[]::new));
      return Expression.parse(text, names).term().evaluate(new Named(values));
    }
  }

  private record Named(Map<String, Double> values) implements Quantities {
    @Override
    public double symbol(String name) {
      return values.get(name);
    }

    @Override
    public double call(String name, double[] arguments) {
      throw new IllegalArgumentException(name);
    }

    @Override
    public double callWithName(String name, String argument) {
      throw new IllegalArgumentException(name);
    }
  }

  private static void forSome(MatrixCompletion problem, Consumer<Drawn> check) {
    Random random = new Random(5);
    for (Norm norm : List.of(new Schatten("s", 0.5), new Entrywise("e", 3))) {
      for (int k = 0; k < 20; k++) {
        double[] w = random.doubles(4, -2, 2).toArray();
        TrajectoryPoint point =
            new TrajectoryPoint(
                state(problem, w), Double.NaN, new Setting(problem, 2, -1, 1e-8, 1e-12, norm));
        check.accept(new Drawn(point, measured(point, w, norm)));
      }
    }
  }

  private static void sidesAgree(Drawn drawn, String equation) {
    String[] sides = equation.split("==", -1);
    assertThat(sides).as(equation).hasSize(2);
    try {
      double right = drawn.of(sides[1]);
      double left = drawn.values().computeIfAbsent(sides[0].strip(), name -> right);
      assertThat(left).as(equation).isCloseTo(right, Offset.offset(1e-9));
    } catch (Exception e) {
      throw new AssertionError(equation, e);
    }
  }

  @Test
  void theLossIsThatOfTheObservations() {
    List<String> six = FILE.hypotheses().get("observations-equation-6");
    forSome(EQUATION_6, drawn -> sidesAgree(drawn, six.get(0)));
    List<String> eleven = FILE.hypotheses().get("observations-equation-11");
    forSome(EQUATION_11, drawn -> sidesAgree(drawn, eleven.get(0)));
  }

  @Test
  void theEffectiveRankAndTheSingularValuesAreThoseMeasured() {
    String singular = FILE.means().get(0);
    forSome(
        EQUATION_11,
        drawn -> {
          for (String part : singular.split("&&", -1)) {
            if (part.contains("==")) {
              String[] sides = part.split("==", -1);
              try {
                assertThat(drawn.of(sides[0])).isCloseTo(drawn.of(sides[1]), Offset.offset(1e-9));
              } catch (Exception e) {
                throw new AssertionError(part, e);
              }
            }
          }
          FILE.means().subList(1, 4).forEach(each -> sidesAgree(drawn, each));
          assertThat(drawn.values().get("c")).isGreaterThanOrEqualTo(1);
        });
  }

  @Test
  void readingsOfQuantitiesAreWhatIsMeasured() {
    forSome(
        EQUATION_11,
        drawn ->
            FILE.readings()
                .forEach(
                    (name, reading) -> {
                      double measured =
                          name.equals("distance1")
                              ? drawn.point().call("distance", new double[] {1})
                              : drawn.point().symbol(name);
                      try {
                        assertThat(drawn.of(reading.term()))
                            .as(name)
                            .isCloseTo(measured, Offset.offset(1e-9));
                      } catch (Exception e) {
                        throw new AssertionError(name, e);
                      }
                    }));
  }
}
