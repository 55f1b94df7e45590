package io.github.flowcert.report.export;

import io.github.flowcert.result.CompareDocument;
import io.github.flowcert.result.CompareDocument.EntryCurve;
import io.github.flowcert.result.CompareDocument.Run;

/**
 * The curves of a comparison as comma-separated values: a row for each point of the flow and of
 * each descent, every number to the last digit. The flow has no learning rate and no iterations.
 * Lines end as RFC 4180 has it.
 */
public final class DescentCsv {
  /** Name of the file beside the page. */
  public static final String FILE = "descents.csv";

  private final StringBuilder text =
      new StringBuilder("curve,learning rate,iteration,loss,entry\r\n");

  private DescentCsv() {}

  /** The text of the file. */
  public static String of(CompareDocument document) {
    DescentCsv csv = new DescentCsv();
    csv.rows("flow,", document.flow());
    for (Run run : document.runs()) {
      csv.rows(run.method() + "," + run.learningRate(), run.curve());
    }
    return csv.text.toString();
  }

  private void rows(String of, EntryCurve curve) {
    for (int k = 0; k < curve.loss().size(); k++) {
      String iteration = curve.iteration() == null ? "" : curve.iteration().get(k).toString();
      text.append(of).append(',').append(iteration);
      text.append(',').append(curve.loss().get(k));
      text.append(',').append(curve.entry().get(k)).append("\r\n");
    }
  }
}
