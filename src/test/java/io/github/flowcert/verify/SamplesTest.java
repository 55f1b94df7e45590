package io.github.flowcert.verify;

import static io.github.flowcert.verify.CaseText.analysed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.result.FlowSummary;
import io.github.flowcert.result.FlowSummary.Segment;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Sample;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a document says of its flow fits together, checked with formulas of the test's own. */
class SamplesTest {
  private static final double[] LOSSES = {0.5, 0.1, 0.01, 1e-3, 1e-4};

  private static FlowSummary flow;
  private static List<Sample> samples;

  @BeforeAll
  static void runs() {
    ResultDocument document =
        analysed(3)
            .from("{kind: product, product: [[0.02, -0.01], [0.015, 0.03]]}")
            .flowing("{until: {loss: 1e-4}, record: {loss: [0.5, 0.1, 1e-2, 1e-3, 1e-4]}}")
            .verify();
    flow = document.flow();
    samples = flow.samples();
  }

  private static double entry(Sample sample, int i, int j) {
    return sample.product().get(i - 1).get(j - 1);
  }

  @Test
  void samplesLieAtTheLossesAskedFor() {
    assertThat(samples).hasSize(LOSSES.length);
    for (int k = 0; k < LOSSES.length; k++) {
      assertThat(samples.get(k).loss()).isCloseTo(LOSSES[k], within(1e-9 * LOSSES[k]));
    }
    assertThat(samples).extracting(Sample::time).isSorted();
  }

  @Test
  void theLossIsThatOfTheProductMatrix() {
    for (Sample sample : samples) {
      double one = entry(sample, 1, 2) - 1;
      double two = entry(sample, 2, 1) - 1;
      double loss = (one * one + two * two + entry(sample, 2, 2) * entry(sample, 2, 2)) / 2;
      assertThat(sample.loss()).isCloseTo(loss, within(1e-9 * loss));
    }
  }

  @Test
  void theDeterminantIsThatOfTheProductMatrixAndOfTheSingularValues() {
    for (Sample sample : samples) {
      double determinant =
          entry(sample, 1, 1) * entry(sample, 2, 2) - entry(sample, 1, 2) * entry(sample, 2, 1);
      double logarithm = Math.log(10) * sample.log10AbsDeterminant();
      assertThat(sample.determinantSign() * Math.exp(logarithm))
          .isCloseTo(determinant, within(1e-14));
      assertThat(sample.logSingularValues().get(0) + sample.logSingularValues().get(1))
          .isCloseTo(logarithm, within(1e-12 * Math.abs(logarithm)));
    }
  }

  @Test
  void theLargestSingularValueFollowsFromTraceAndDeterminant() {
    for (Sample sample : samples) {
      double squares =
          sample.product().stream().flatMap(List::stream).mapToDouble(w -> w * w).sum();
      double determinant = Math.pow(10, sample.log10AbsDeterminant());
      double top =
          Math.sqrt((squares + Math.sqrt(squares * squares - 4 * determinant * determinant)) / 2);
      assertThat(Math.exp(sample.logSingularValues().get(0))).isCloseTo(top, within(1e-12 * top));
    }
  }

  @Test
  void theEffectiveRankIsTheExponentialOfTheEntropy() {
    for (Sample sample : samples) {
      double one = Math.exp(sample.logSingularValues().get(0));
      double two = Math.exp(sample.logSingularValues().get(1));
      double p = one / (one + two);
      double q = two / (one + two);
      double entropy = -p * Math.log(p) - q * Math.log(q);
      assertThat(sample.effectiveRank()).isCloseTo(Math.exp(entropy), within(1e-12));
    }
  }

  @Test
  void segmentsCoverTheRunAndAddUp() {
    List<Segment> segments = flow.segments();
    Sample end = samples.get(samples.size() - 1);
    assertThat(segments.get(0).from()).isZero();
    for (int k = 1; k < segments.size(); k++) {
      assertThat(segments.get(k).from()).isEqualTo(segments.get(k - 1).to());
    }
    Segment last = segments.get(segments.size() - 1);
    assertThat(last.to()).isCloseTo(end.time(), within(1e-12 * end.time()));
    assertThat(segments.stream().mapToInt(Segment::steps).sum()).isEqualTo(flow.steps());
    assertThat(flow.formulation()).isEqualTo(last.formulation());
    assertThat(flow.integrator()).isEqualTo(last.integrator());
  }

  @Test
  void theCurveLeadsFromTheStartToTheEnd() {
    List<Sample> curve = flow.curve();
    Sample end = samples.get(samples.size() - 1);
    assertThat(curve.get(0).time()).isZero();
    double[] start = {0.02, -0.01, 0.015, 0.03};
    for (int k = 0; k < start.length; k++) {
      assertThat(entry(curve.get(0), k / 2 + 1, k % 2 + 1)).isCloseTo(start[k], within(1e-15));
    }
    assertThat(curve).extracting(Sample::time).isSorted().doesNotHaveDuplicates();
    assertThat(curve.get(curve.size() - 1).time()).isEqualTo(end.time());
    assertThat(flow.trustedUntil().time()).isEqualTo(end.time());
    assertThat(flow.trustedUntil().loss()).isCloseTo(1e-4, within(1e-13));
  }
}
