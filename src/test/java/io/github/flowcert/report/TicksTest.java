package io.github.flowcert.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.report.Ticks.Tick;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void aLinearAxisHasRoundNumbersWithinItsEnds() {
    assertThat(Ticks.between(Scale.LINEAR, 1450, 4020))
        .containsExactly(new Tick(2000, "2000"), new Tick(3000, "3000"), new Tick(4000, "4000"));
    assertThat(Ticks.between(Scale.LINEAR, 198.5, 262))
        .containsExactly(
            new Tick(200, "200"), new Tick(220, "220"), new Tick(240, "240"), new Tick(260, "260"));
    assertThat(Ticks.between(Scale.LINEAR, -0.6, 0.6))
        .containsExactly(new Tick(-0.5, "-0.5"), new Tick(0, "0"), new Tick(0.5, "0.5"));
  }

  @Test
  void farFromOneNumbersArePowersOfTen() {
    assertThat(Ticks.between(Scale.LINEAR, 0, 3.2e7))
        .extracting(Tick::label)
        .containsExactly("0", "10⁷", "2·10⁷", "3·10⁷");
  }

  @Test
  void anAxisWithoutWidthHasNone() {
    assertThat(Ticks.between(Scale.LINEAR, 2, 2)).isEmpty();
  }
}
