package io.github.flowcert.report;

import io.github.flowcert.report.Plot.Axis;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The figure of the unobserved entries against the loss, beside what is claimed of them. */
final class UnobservedEntries {

  private static final int MOST_LABELLED = 5;

  private UnobservedEntries() {}

  /** A place in the matrix, counted from 1 as in the papers. */
  private record Entry(int row, int column) {
    String name() {
      return row < 10 && column < 10
          ? "|w" + subscript(row) + subscript(column) + "|"
          : "|w(" + row + "," + column + ")|";
    }

    private static char subscript(int digit) {
      return (char) ('₀' + digit);
    }

    Double size(Sample sample) {
      Double value =
          sample.product() == null ? null : sample.product().get(row - 1).get(column - 1);
      return value == null ? null : Math.abs(value);
    }
  }

  static Figure of(ResultDocument document) {
    Trajectory run = Trajectory.of(document.flow());
    List<Entry> entries = entries(document.setting().observed());
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String label = i < MOST_LABELLED ? entry.name() : "";
      curves.add(Curve.of(label, ink(i), run.losses(), run.column(entry::size)));
    }
    Optional<ClaimResult> bound = entries.isEmpty() ? Optional.empty() : bound(document.claims());
    bound.ifPresent(
        claim -> curves.add(Curve.of("bound", Ink.ORANGE, run.losses(), claim.right())));
    Axis size = new Axis("absolute value", Scale.LOG10);
    return new Figure(
        "unobserved",
        caption(entries, bound),
        new Plot(Trajectory.LOSS, size, List.copyOf(curves), run.horizonLoss()));
  }

  // Orange is kept for the bound.
  private static Ink ink(int index) {
    Ink ink = Ink.of(index);
    return ink == Ink.ORANGE ? Ink.GREY : ink;
  }

  private static List<Entry> entries(List<List<String>> observed) {
    if (observed == null) {
      return List.of();
    }
    return IntStream.range(0, observed.size())
        .boxed()
        .flatMap(
            i ->
                IntStream.range(0, observed.get(i).size())
                    .filter(j -> observed.get(i).get(j).equals("?"))
                    .mapToObj(j -> new Entry(i + 1, j + 1)))
        .toList();
  }

  private static Optional<ClaimResult> bound(List<ClaimResult> claims) {
    Optional<ClaimResult> lemma =
        claims.stream().filter(claim -> claim.id().equals("lemma-10") && hasBound(claim)).findAny();
    return lemma.or(
        () ->
            claims.stream()
                .filter(claim -> claim.id().equals("theorem-1/norm") && hasBound(claim))
                .filter(claim -> "frobenius".equals(claim.norm()))
                .findAny());
  }

  private static boolean hasBound(ClaimResult claim) {
    return claim.right() != null;
  }

  private static String caption(List<Entry> entries, Optional<ClaimResult> bound) {
    String what =
        entries.size() == 1
            ? "Absolute value of the unobserved entry"
            : "Absolute values of the unobserved entries";
    String beside =
        bound
            .map(claim -> claim.id().equals("lemma-10") ? "lemma-10" : "theorem-1/norm (frobenius)")
            .map(name -> ", beside the right side of " + name + " (dashed, where it is positive)")
            .orElse("");
    return what + " against the loss" + beside + ". Both axes logarithmic; time runs to the right.";
  }
}
