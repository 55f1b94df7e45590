package io.github.flowcert.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.report.EndLabels.Label;
import io.github.flowcert.report.Plot.Axis;
import io.github.flowcert.report.Ticks.Tick;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PlotTest {

  private static final Axis VALUE = new Axis("value", Scale.LINEAR);

  @Test
  void smallerLossesLieFurtherRight() {
    assertThat(Scale.LOG10_FALLING.place(1e-4)).isGreaterThan(Scale.LOG10_FALLING.place(0.1));
    assertThat(Scale.LOG10.place(1e-4)).isEqualTo(-4);
  }

  @Test
  void aFallingAxisIsTickedAtTheDecadesOfTheLoss() {
    assertThat(Ticks.between(Scale.LOG10_FALLING, 0.9, 4.1))
        .containsExactlyInAnyOrder(
            new Tick(1, "0.1"), new Tick(2, "0.01"), new Tick(3, "10⁻³"), new Tick(4, "10⁻⁴"));
  }

  @Test
  void aShortAxisIsTickedBetweenTheDecades() {
    assertThat(Ticks.between(Scale.LOG10, 0, 1.01))
        .extracting(Tick::label)
        .containsExactly("1", "2", "5", "10");
    assertThat(Ticks.between(Scale.LOG10, -6.4, -5.2))
        .extracting(Tick::label)
        .containsExactly("5·10⁻⁷", "10⁻⁶", "2·10⁻⁶", "5·10⁻⁶");
  }

  @Test
  void anAxisOfLessThanADecadeHasNoMoreTicksThanHaveRoom() {
    assertThat(Ticks.between(Scale.LOG10, Math.log10(0.051), Math.log10(0.37)))
        .extracting(Tick::label)
        .containsExactly("0.07", "0.1", "0.15", "0.2", "0.3");
    assertThat(Ticks.between(Scale.LOG10, Math.log10(3.5), Math.log10(8.5)))
        .extracting(Tick::label)
        .containsExactly("4", "5", "6", "7", "8");
  }

  @Test
  void anAxisOfASmallPartOfADecadeIsTickedAtEvenDistances() {
    assertThat(Ticks.between(Scale.LOG10, Math.log10(7.25), Math.log10(8.03)))
        .extracting(Tick::label)
        .containsExactly("7.4", "7.6", "7.8", "8");
    assertThat(Ticks.between(Scale.LOG10, Math.log10(1.19e-4), Math.log10(1.33e-4)))
        .extracting(Tick::label)
        .containsExactly("1.2·10⁻⁴", "1.25·10⁻⁴", "1.3·10⁻⁴");
  }

  @Test
  void aShortAxisBeyondTheRangeOfDoublesHasTheTicksThatDecadesGive() {
    assertThat(Ticks.between(Scale.LOG10, -1100.04, -1099.96))
        .extracting(Tick::label)
        .containsExactly("10⁻¹¹⁰⁰");
    assertThat(Ticks.between(Scale.LOG10, 400.01, 400.02)).isEmpty();
    assertThat(Ticks.between(Scale.LOG10, -7.5, -7.5 + 1e-12)).isEmpty();
  }

  @Test
  void aLongAxisHasFewTicks() {
    assertThat(Ticks.between(Scale.LOG10, -300, 20)).hasSizeBetween(3, 7);
  }

  @Test
  void pointsThatCannotLieOnALogarithmicAxisAreLeftOut() {
    Curve curve =
        Curve.of(
            "", Ink.BLUE, List.of(0.0, 1.0, 10.0, 100.0), Arrays.asList(1.0, null, -1.0, 10.0));
    assertThat(curve.placed(Scale.LOG10, Scale.LOG10).points()).containsExactly(new Point(2, 1));
  }

  @Test
  void shadesStayWithTheirPointsWhereOthersAreLeftOut() {
    List<Point> points = List.of(new Point(1, -1), new Point(10, 1), new Point(100, 10));
    Curve placed =
        new Curve("", Ink.BLUE, points, List.of(1.0, 2.0, 3.0)).placed(Scale.LOG10, Scale.LOG10);
    assertThat(placed.points()).containsExactly(new Point(1, 0), new Point(2, 1));
    assertThat(placed.shades()).containsExactly(2.0, 3.0);
  }

  @Test
  void labelsOfCurvesThatEndTogetherStandApartInTheOrderOfTheCurves() {
    Curve upper = new Curve("upper", Ink.BLUE, List.of(new Point(0, 0), new Point(1, 1.001)));
    Curve lower = new Curve("lower", Ink.ORANGE, List.of(new Point(0, 0), new Point(1, 1)));
    Plot plot = new Plot(VALUE, VALUE, List.of(upper, lower), OptionalDouble.empty());
    List<Label> labels = EndLabels.of(plot.curves(), Frame.around(plot));
    assertThat(labels).extracting(Label::text).containsExactly("lower", "upper");
    assertThat(labels.get(1).y() - labels.get(0).y()).isGreaterThan(0.05);
    assertThat(labels.get(1).y()).isLessThan(Frame.around(plot).top());
  }

  @Test
  void aHorizonInsideTheRunIsDrawnAndNamed() {
    Curve curve = new Curve("σ(1)", Ink.BLUE, List.of(new Point(1, 0), new Point(1e4, 1)));
    Plot plot = new Plot(Trajectory.TIME, VALUE, List.of(curve), OptionalDouble.of(5000));
    String with = new Figure("a", "", plot).draw().svg();
    String without =
        new Figure("a", "", new Plot(plot.x(), plot.y(), plot.curves(), OptionalDouble.empty()))
            .draw()
            .svg();
    assertThat(with).contains("trusted up to here");
    assertThat(without).contains("σ(1)").doesNotContain("trusted");
  }

  @Test
  void labelsAreEscapedInDrawings() {
    Curve curve = new Curve("<b>&", Ink.BLUE, List.of(new Point(0, 1), new Point(1, 1)));
    Plot plot = new Plot(VALUE, VALUE, List.of(curve), OptionalDouble.empty());
    assertThat(new Figure("a", "", plot).draw().svg()).contains("&lt;b&gt;&amp;");
  }

  @Test
  void aCurveOfOnePointIsDrawn() {
    Curve curve = new Curve("", Ink.BLUE, List.of(new Point(3, 1e-300)));
    Plot plot = new Plot(VALUE, VALUE, List.of(curve), OptionalDouble.empty());
    assertThat(new Figure("a", "", plot).draw().svg()).contains("<circle");
  }
}
