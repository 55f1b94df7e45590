package io.github.flowcert.result;

import io.github.flowcert.result.ClaimResult.Hypothesis;
import io.github.flowcert.result.ClaimResult.Parameter;
import io.github.flowcert.result.ClaimResult.Witness;
import io.github.flowcert.result.FlowSummary.Segment;
import io.github.flowcert.result.FlowSummary.TrustHorizon;
import io.github.flowcert.result.ResultDocument.CrossCheck;
import io.github.flowcert.result.ResultDocument.Library;
import io.github.flowcert.result.ResultDocument.Provenance;
import io.github.flowcert.result.ResultDocument.Setting;
import io.github.flowcert.result.ResultDocument.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * A document as a run on the analysed 2-by-2 problem at depth 3 leaves it: its curve goes through
 * losses, times, entries and determinants that an independent program computed, and is made up
 * between them.
 */
public final class HandMadeDocuments {

  /** Loss, time, w11 and determinant. */
  private static final double[][] ANCHORS = {
    {0.9999, 0.1, 1.1e-3, 1e-6},
    {0.9, 8.4, 0.3, 1.5e-5},
    {0.5, 9.6, 0.85, 9e-5},
    {1e-1, 11.83, 1.837, 2.54e-4},
    {1e-2, 39.4, 6.934, 3.83e-4},
    {1e-3, 525, 22.32, 1.16e-4},
    {1e-4, 10743, 70.70, 3.8e-6},
  };

  private HandMadeDocuments() {}

  /** A document whose claims are one of each verdict. */
  public static ResultDocument depth3(String name, String about) {
    List<ClaimResult> claims =
        List.of(
            norm("frobenius", Verdict.HOLDS, 0.7071),
            norm("nuclear", Verdict.HOLDS, 0.6123),
            norm("spectral", Verdict.UNDECIDED, 1e-14),
            effectiveRank(),
            other("determinant-sign", Verdict.PROVED, null, null),
            other("loss-nonincreasing", Verdict.ENCLOSED, 1.25e-9, null),
            other("balancedness", Verdict.VIOLATED, -0.03125, "the layers drift <apart> & on"),
            other("my-bound", Verdict.REFUTED, -2.0, "at w(1,1) = 3 it fails"),
            other("theorem-2/norm", Verdict.NOT_APPLICABLE, null, "depth is 3, not 2"));
    return with(name, about, claims);
  }

  /** A document on which everything asked holds. */
  public static ResultDocument holding(String name) {
    return with(name, "", List.of(norm("frobenius", Verdict.HOLDS, 0.7071)));
  }

  private static ResultDocument with(String name, String about, List<ClaimResult> claims) {
    return new ResultDocument(
        ResultDocument.SCHEMA,
        name,
        about,
        Verdict.worstOf(claims.stream().map(ClaimResult::status).toList()),
        new Setting(
            "matrix-completion",
            List.of(List.of("?", "1"), List.of("1", "0")),
            null,
            3,
            List.of(2, 2),
            "identity, scale 1e-3"),
        flow(),
        claims,
        List.of(
            new CrossCheck(
                "product", "the factors, by dormand-prince-853", 3.1e-9, 525, "relative")),
        null,
        new Provenance(
            "0.1.0",
            "0a1b2c3",
            "17.0.15",
            7L,
            new Tolerance(1e-8, 1e-12),
            "flowcert verify cases/" + name + ".yaml",
            "a host",
            List.of(new Library("hipparchus-ode", "4.0.3"))),
        "case: " + name + "\nproblem: {kind: matrix-completion}\n");
  }

  private static FlowSummary flow() {
    return new FlowSummary(
        "singular-values",
        "radau",
        812,
        4,
        20117,
        0.31,
        "loss",
        "the loss reached 1e-4",
        new TrustHorizon(3200, 2.2e-4, "the smaller singular value is lost to rounding"),
        List.of(
            new Segment("factors", "entries", "dormand-prince-853", 0, 40, 600, "not stiff"),
            new Segment("singular-values", "logarithms", "radau", 40, 10743, 212, "stiff")),
        Stream.of(1e-1, 1e-2, 1e-3, 1e-4).map(HandMadeDocuments::at).toList(),
        curve());
  }

  private static List<Sample> curve() {
    List<Sample> curve = new ArrayList<>();
    curve.add(sample(1.000001, 0, 1e-3, 1e-6));
    for (int k = 0; k <= 200; k++) {
      curve.add(at(0.9999 * Math.pow(1e-4 / 0.9999, k / 200.0)));
    }
    return curve;
  }

  private static Sample at(double loss) {
    int next = 1;
    while (next < ANCHORS.length - 1 && ANCHORS[next][0] > loss) {
      next++;
    }
    double[] from = ANCHORS[next - 1];
    double[] to = ANCHORS[next];
    double share = Math.log(loss / from[0]) / Math.log(to[0] / from[0]);
    IntToDoubleFunction column = c -> from[c] * Math.pow(to[c] / from[c], share);
    return sample(loss, column.applyAsDouble(1), column.applyAsDouble(2), column.applyAsDouble(3));
  }

  private static Sample sample(double loss, double time, double w11, double det) {
    double x = 1 - Math.sqrt(Math.max(0, Math.min(1, loss)));
    double w22 = (det + x * x) / w11;
    double square = w11 * w11 + 2 * x * x + w22 * w22;
    double largest = (square + Math.sqrt(Math.max(0, square * square - 4 * det * det))) / 2;
    double log1 = Math.log(largest) / 2;
    double log2 = Math.log(det) - log1;
    return new Sample(
        time,
        loss,
        List.of(List.of(w11, x), List.of(x, w22)),
        List.of(log1, log2),
        1,
        Math.log10(det),
        effectiveRank(log1, log2),
        0);
  }

  private static double effectiveRank(double log1, double log2) {
    double p = 1 / (1 + Math.exp(log2 - log1));
    return Math.exp(-p * Math.log(p) - (1 - p) * Math.log1p(-p));
  }

  private static ClaimResult norm(String norm, Verdict status, double margin) {
    List<Double> left = column(sample -> Math.exp(sample.logSingularValues().get(0)));
    List<Double> right =
        column(sample -> sample.loss() < 0.5 ? 1 / Math.sqrt(2 * sample.loss()) - 1 : null);
    return new ClaimResult(
        "theorem-1/norm",
        norm,
        status,
        "numeric",
        margin,
        2.5e-9,
        new Witness(11.83, 0.1, 1.8371, 1.8371 - margin),
        0.875,
        new Witness(525.1, 1e-3, 22.31861230, 19.5),
        status == Verdict.UNDECIDED ? "the margin lies inside its numerical error" : null,
        "norm(" + norm + ") >= a/Sqrt(2*loss) - b",
        "Razin and Cohen, theorem 1, eq. (7)",
        List.of(new Parameter("a", 1.0), new Parameter("b", 1.23456789)),
        List.of(new Hypothesis("loss", "loss < 1/2", true, "0.1 at t = 11.83")),
        left,
        right);
  }

  private static ClaimResult effectiveRank() {
    return new ClaimResult(
        "theorem-1/effective-rank",
        null,
        Verdict.HOLDS,
        "numeric",
        0.3,
        1e-9,
        new Witness(39.4, 0.01, 1.1, 1.4),
        null,
        null,
        null,
        "erank <= 1 + c*Sqrt(loss)",
        "Razin and Cohen, theorem 1, eq. (8)",
        List.of(),
        List.of(),
        column(Sample::effectiveRank),
        column(sample -> 1 + 3 * Math.sqrt(sample.loss())));
  }

  private static ClaimResult other(String id, Verdict status, Double margin, String reason) {
    return new ClaimResult(
        id,
        null,
        status,
        "numeric",
        margin,
        margin == null ? null : 1e-12,
        margin == null ? null : new Witness(525, 1e-3, null, null),
        null,
        null,
        reason,
        null,
        null,
        List.of(),
        List.of(new Hypothesis("depth", "L = 2", status != Verdict.NOT_APPLICABLE, "L = 3")),
        null,
        null);
  }

  private static List<Double> column(Function<Sample, Double> value) {
    List<Double> column = new ArrayList<>();
    curve().forEach(sample -> column.add(value.apply(sample)));
    return column;
  }
}
