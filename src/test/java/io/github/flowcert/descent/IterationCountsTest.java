package io.github.flowcert.descent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.descent.DescentMethod.GradientDescent;
import io.github.flowcert.flow.Network;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts of a plain C loop in doubles: identity start 1e-3, learning rate 1e-3. */
class IterationCountsTest {
  private static final double[] LOSSES = {1e-1, 1e-2, 1e-3, 1e-4};

  @ParameterizedTest
  @CsvSource({
    "2, 7371 73639 1908475",
    "3, 11836 39383 525094 10743621",
    "4, 17692 34612 266682 4253024"
  })
  void eachLossIsReachedAtTheIterationOfAnIndependentProgram(int depth, String counts) {
    Network network = Starting.analysed(depth);
    Descent descent =
        new GradientDescent()
            .start(network, Starting.identity(network, 1e-3), 1e-3, Precision.DOUBLE);
    List<String> reached = new ArrayList<>();
    for (int k = 0; k < counts.split(" ").length; k++) {
      descent.advance(Long.MAX_VALUE, LOSSES[k], false);
      reached.add(Long.toString(descent.iteration()));
    }
    assertThat(String.join(" ", reached)).isEqualTo(counts);
  }
}
