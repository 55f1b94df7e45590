package io.github.flowcert.sweep;

import io.github.flowcert.result.SweepDocument;
import io.github.flowcert.result.SweepDocument.AxisTally;
import io.github.flowcert.result.SweepDocument.Recovered;
import io.github.flowcert.result.SweepDocument.Unsettled;
import io.github.flowcert.result.SweepDocument.ValueTally;
import io.github.flowcert.result.SweepHeader;
import io.github.flowcert.result.SweepHeader.Axis;
import io.github.flowcert.result.SweepRecord;
import io.github.flowcert.result.SweepRecord.Claim;
import io.github.flowcert.result.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sums up the results of a sweep. Its memory does not grow with the number of cases, but by a few
 * numbers for each that has a ground truth.
 */
public final class Summary {
  private static final int MOST_UNSETTLED = 100;
  private static final Set<Verdict> UNSETTLED =
      EnumSet.of(Verdict.REFUTED, Verdict.VIOLATED, Verdict.UNDECIDED);

  private final SweepHeader header;
  private final Counts cases = new Counts();
  private final Map<List<String>, ClaimCounts> claims = new LinkedHashMap<>();
  private final List<Map<String, Counts>> byAxis = new ArrayList<>();
  private final List<PairCounts> pairs;
  private final List<Recovered> recovered = new ArrayList<>();
  private final List<Unsettled> unsettled = new ArrayList<>();
  private int failures;

  private Summary(SweepHeader header) {
    this.header = header;
    this.pairs = PairCounts.of(header.axes());
    for (Axis axis : header.axes()) {
      byAxis.add(new LinkedHashMap<>());
      axis.values().forEach(value -> byAxis.get(byAxis.size() - 1).put(value, new Counts()));
    }
  }

  /** The summary of these results. */
  public static SweepDocument of(Results results) {
    Summary summary = new Summary(results.header());
    results.records().forEach(summary::add);
    return summary.document();
  }

  private void add(SweepRecord record) {
    cases.add(record.status());
    failures += record.failed() ? 1 : 0;
    for (int k = 0; k < byAxis.size(); k++) {
      String value = header.axes().get(k).values().get(record.choices().get(k));
      byAxis.get(k).get(value).add(record.status());
    }
    for (Claim claim : record.claims()) {
      claims
          .computeIfAbsent(Arrays.asList(claim.id(), claim.norm()), key -> new ClaimCounts(claim))
          .add(record, claim);
    }
    pairs.forEach(pair -> pair.add(record));
    if (record.recovery() != null) {
      recovered.add(new Recovered(values(record), record.recovery()));
    }
    if (UNSETTLED.contains(record.status()) && unsettled.size() < MOST_UNSETTLED) {
      unsettled.add(unsettled(record));
    }
  }

  private List<String> values(SweepRecord record) {
    List<String> values = new ArrayList<>();
    for (int k = 0; k < header.axes().size(); k++) {
      values.add(header.axes().get(k).values().get(record.choices().get(k)));
    }
    return List.copyOf(values);
  }

  private Unsettled unsettled(SweepRecord record) {
    List<Claim> worst =
        record.claims().stream().filter(claim -> claim.status() == record.status()).toList();
    String reason = worst.isEmpty() ? record.reason() : worst.get(0).reason();
    return new Unsettled(
        record.name(),
        record.status(),
        worst.stream().map(Claim::id).distinct().toList(),
        reason,
        header.command(record.name()));
  }

  private SweepDocument document() {
    return new SweepDocument(
        SweepDocument.SCHEMA,
        header.sweep(),
        header.about(),
        header.file(),
        header.command(),
        header.version(),
        header.commit(),
        header.seed(),
        cases.worst(),
        cases.total(),
        failures,
        cases.byWord(),
        header.axes(),
        claims.values().stream().map(each -> each.tally(header)).toList(),
        tallies(),
        pairs.stream().map(PairCounts::pair).toList(),
        recovered.isEmpty() ? null : List.copyOf(recovered),
        unsettled,
        header.input(),
        header.base());
  }

  private List<AxisTally> tallies() {
    List<AxisTally> tallies = new ArrayList<>();
    for (int k = 0; k < byAxis.size(); k++) {
      Axis axis = header.axes().get(k);
      List<ValueTally> values = new ArrayList<>();
      byAxis
          .get(k)
          .forEach(
              (value, counts) ->
                  values.add(new ValueTally(value, counts.total(), counts.byWord())));
      tallies.add(new AxisTally(axis.title(), values));
    }
    return tallies;
  }
}
