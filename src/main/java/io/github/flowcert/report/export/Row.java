package io.github.flowcert.report.export;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import java.util.List;

/** A claim of a case, as tables have it. */
record Row(String caseName, ClaimResult claim) {

  static List<Row> of(List<ResultDocument> documents) {
    return documents.stream()
        .flatMap(each -> each.claims().stream().map(claim -> new Row(each.name(), claim)))
        .toList();
  }

  String title() {
    return claim.norm() == null ? claim.id() : claim.id() + " (" + claim.norm() + ")";
  }
}
