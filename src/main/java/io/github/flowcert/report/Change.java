package io.github.flowcert.report;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A claim of a case in two runs.
 *
 * @param caseName the case
 * @param before the claim in the other run; empty where it was not judged there
 * @param after the claim in this run; empty where it was not judged here
 */
public record Change(String caseName, Optional<ClaimResult> before, Optional<ClaimResult> after) {

  /** The claims that differ between two runs, in the order of this run, then of the other. */
  static List<Change> between(List<ResultDocument> others, List<ResultDocument> these) {
    Map<String, ClaimResult> before = claims(others);
    Map<String, ClaimResult> after = claims(these);
    Set<String> keys = new LinkedHashSet<>(after.keySet());
    keys.addAll(before.keySet());
    List<Change> changes = new ArrayList<>();
    for (String key : keys) {
      String caseName = key.substring(0, key.indexOf('\n'));
      Change change =
          new Change(
              caseName, Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key)));
      if (change.verdictChanged() || change.marginMoved()) {
        changes.add(change);
      }
    }
    return List.copyOf(changes);
  }

  private static Map<String, ClaimResult> claims(List<ResultDocument> documents) {
    Map<String, ClaimResult> claims = new LinkedHashMap<>();
    for (ResultDocument document : documents) {
      for (ClaimResult claim : document.claims()) {
        claims.put(document.name() + "\n" + ClaimView.title(claim), claim);
      }
    }
    return claims;
  }

  /** The claim's name. */
  public String title() {
    return ClaimView.title(after.or(() -> before).orElseThrow());
  }

  /** The way to the claim in this run, seen from the first page; null where it was not judged. */
  public String href() {
    return after.map(claim -> caseName + "/index.html#" + ClaimView.anchor(claim)).orElse(null);
  }

  /** Whether the verdict is another one, or there is only one of the two. */
  public boolean verdictChanged() {
    return !before.map(ClaimResult::status).equals(after.map(ClaimResult::status));
  }

  /** Whether the margin moved by more than the estimated errors of both margins. */
  public boolean marginMoved() {
    Double old = margin(before);
    Double now = margin(after);
    if (old == null || now == null) {
      return (old == null) != (now == null);
    }
    return Math.abs(now - old) > error(before) + error(after);
  }

  private static Double margin(Optional<ClaimResult> claim) {
    return claim.map(ClaimResult::margin).orElse(null);
  }

  private static double error(Optional<ClaimResult> claim) {
    return claim.map(ClaimResult::marginError).orElse(0.0);
  }
}
