package io.github.flowcert.report;

import io.github.flowcert.report.export.LatexTable;
import io.github.flowcert.report.export.TrajectoryCsv;
import io.github.flowcert.result.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside the page of a case for use elsewhere: numbers, a table and the figures. */
final class CaseFiles {
  private CaseFiles() {}

  /** Writes them into the folder of the case. */
  static void write(Path folder, CasePage page) throws IOException {
    WholeFile.write(folder.resolve("trajectory.csv"), TrajectoryCsv.of(page.document()));
    WholeFile.write(folder.resolve("verdicts.tex"), LatexTable.of(List.of(page.document())));
    Stream<DrawnFigure> ofClaims = page.claims().stream().flatMap(each -> each.figure().stream());
    FigureFiles.write(
        folder, Stream.concat(page.figures().stream(), ofClaims).toList(), page.formats());
  }
}
