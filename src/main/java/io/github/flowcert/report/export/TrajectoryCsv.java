package io.github.flowcert.report.export;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The trajectory of a case as comma-separated values: a row for each point that the document has,
 * by time, every number to the last digit, nothing where there is no value. Lines end as RFC 4180
 * has it.
 */
public final class TrajectoryCsv {
  private final ResultDocument document;
  private final StringBuilder text = new StringBuilder();

  private TrajectoryCsv(ResultDocument document) {
    this.document = document;
  }

  /** The text of the file. */
  public static String of(ResultDocument document) {
    TrajectoryCsv csv = new TrajectoryCsv(document);
    csv.row(csv.header());
    csv.points().values().forEach(csv::row);
    return csv.text.toString();
  }

  private List<String> header() {
    List<String> names = new ArrayList<>(List.of("time", "loss"));
    for (int k = 1; k <= parameters(); k++) {
      names.add("beta(" + k + ")");
    }
    for (int i = 1; i <= rows(); i++) {
      for (int j = 1; j <= columns(); j++) {
        names.add("w(" + i + "," + j + ")");
      }
    }
    for (int r = 1; r <= singularValues(); r++) {
      names.add("logsigma(" + r + ")");
    }
    if (parameters() == 0) {
      names.addAll(List.of("detsign", "log10absdet", "erank", "unbalancedness"));
    }
    for (ClaimResult claim : compared()) {
      String name = claim.norm() == null ? claim.id() : claim.id() + " [" + claim.norm() + "]";
      names.addAll(List.of(name + " left", name + " right"));
    }
    return names;
  }

  /** Rows by time; claims have their sides along the curve only. */
  private Map<Double, List<String>> points() {
    Map<Double, List<String>> points = new TreeMap<>();
    document.flow().samples().forEach(sample -> points.put(sample.time(), point(sample, -1)));
    List<Sample> curve = document.flow().curve();
    for (int k = 0; k < curve.size(); k++) {
      points.put(curve.get(k).time(), point(curve.get(k), k));
    }
    return points;
  }

  private List<String> point(Sample sample, int index) {
    List<String> values = new ArrayList<>();
    values.add(number(sample.time()));
    values.add(number(sample.loss()));
    for (int k = 0; k < parameters(); k++) {
      values.add(number(at(sample.parameters(), k)));
    }
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        values.add(sample.product() == null ? "" : number(sample.product().get(i).get(j)));
      }
    }
    for (int r = 0; r < singularValues(); r++) {
      values.add(number(at(sample.logSingularValues(), r)));
    }
    if (parameters() == 0) {
      values.add(sample.determinantSign() == null ? "" : sample.determinantSign().toString());
      values.add(number(sample.log10AbsDeterminant()));
      values.add(number(sample.effectiveRank()));
      values.add(number(sample.unbalancedness()));
    }
    for (ClaimResult claim : compared()) {
      values.add(number(at(claim.left(), index)));
      values.add(number(at(claim.right(), index)));
    }
    return values;
  }

  private List<ClaimResult> compared() {
    return document.claims().stream()
        .filter(claim -> claim.left() != null && claim.right() != null)
        .toList();
  }

  private int parameters() {
    return Stream.concat(document.flow().samples().stream(), document.flow().curve().stream())
        .filter(sample -> sample.parameters() != null)
        .mapToInt(sample -> sample.parameters().size())
        .max()
        .orElse(0);
  }

  private int rows() {
    return document.flow().curve().stream()
        .filter(sample -> sample.product() != null)
        .mapToInt(sample -> sample.product().size())
        .max()
        .orElse(0);
  }

  private int columns() {
    return document.flow().curve().stream()
        .filter(sample -> sample.product() != null)
        .mapToInt(sample -> sample.product().get(0).size())
        .max()
        .orElse(0);
  }

  private int singularValues() {
    return document.flow().curve().stream()
        .filter(sample -> sample.logSingularValues() != null)
        .mapToInt(sample -> sample.logSingularValues().size())
        .max()
        .orElse(0);
  }

  private static Double at(List<Double> values, int index) {
    return values == null || index < 0 || index >= values.size() ? null : values.get(index);
  }

  private static String number(Double value) {
    return value == null ? "" : value.toString();
  }

  private void row(List<String> values) {
    text.append(values.stream().map(TrajectoryCsv::quoted).collect(Collectors.joining(",")));
    text.append("\r\n");
  }

  private static String quoted(String value) {
    return value.matches("[^\",\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
