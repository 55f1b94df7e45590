package io.github.flowcert.result;

import io.github.flowcert.result.ClaimResult.Hypothesis;
import io.github.flowcert.result.ClaimResult.Parameter;
import io.github.flowcert.result.ClaimResult.Witness;
import io.github.flowcert.result.Falsification.Finding;
import io.github.flowcert.result.Falsification.Start;
import io.github.flowcert.result.FlowSummary.Segment;
import io.github.flowcert.result.FlowSummary.TrustHorizon;
import io.github.flowcert.result.ResultDocument.CrossCheck;
import io.github.flowcert.result.ResultDocument.Library;
import io.github.flowcert.result.ResultDocument.Provenance;
import io.github.flowcert.result.ResultDocument.Setting;
import io.github.flowcert.result.ResultDocument.Tolerance;
import java.util.List;

/** A small document in which every part is filled, to try machinery on. It says nothing true. */
public final class Specimen {

  private Specimen() {}

  /** The document. */
  public static ResultDocument document() {
    return new ResultDocument(
        ResultDocument.SCHEMA,
        "specimen",
        "about",
        Verdict.HOLDS,
        new Setting(
            "problem",
            List.of(List.of("?", "1"), List.of("1", "0")),
            List.of("measured"),
            1,
            List.of(),
            "start"),
        flow(List.of(sample(1, 0.1), sample(10, 0.01))),
        List.of(claim()),
        List.of(new CrossCheck("what", "by", 0.0, 10, "note")),
        falsification(),
        new Provenance(
            "version",
            "commit",
            "java",
            1L,
            new Tolerance(1e-8, 1e-12),
            "command",
            "host",
            List.of(new Library("library", "1"))),
        "input");
  }

  private static Falsification falsification() {
    return new Falsification(
        1,
        1,
        List.of("premise"),
        "starts",
        List.of(
            new Finding(
                "theorem-1/norm",
                "frobenius",
                Verdict.HOLDS,
                1.0,
                0.0,
                0.5,
                new Witness(1, 0.1, 2.0, 1.0),
                1,
                new Start(List.of(List.of(1.0)), null),
                "sentence")),
        "worst.yaml",
        "theorem-1/norm [frobenius]",
        "verify worst.yaml");
  }

  private static FlowSummary flow(List<Sample> samples) {
    return new FlowSummary(
        "formulation",
        "integrator",
        1,
        0,
        1,
        0,
        "loss",
        "reason",
        new TrustHorizon(5, 0.05, "reason"),
        List.of(new Segment("formulation", "coordinates", "integrator", 0, 10, 1, "why")),
        samples,
        samples);
  }

  private static Sample sample(double time, double loss) {
    List<List<Double>> product = List.of(List.of(time, 1.0), List.of(1.0, loss));
    return new Sample(time, loss, product, List.of(1.0, -time), 1, -time, 1 + loss, 0);
  }

  private static ClaimResult claim() {
    return new ClaimResult(
        "theorem-1/norm",
        "frobenius",
        Verdict.HOLDS,
        "numeric",
        1.0,
        0.0,
        new Witness(1, 0.1, 2.0, 1.0),
        0.5,
        new Witness(1, 0.1, 2.0, 1.0),
        "reason",
        "loss > 0",
        "source",
        List.of(new Parameter("name", 1.0)),
        List.of(new Hypothesis("id", "statement", true, "value")),
        List.of(2.0, 3.0),
        List.of(1.0, 1.5));
  }
}
