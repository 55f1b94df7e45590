package io.github.flowcert.cli;

import io.github.flowcert.report.Report;
import io.github.flowcert.result.ResultStore;
import io.github.flowcert.result.SweepDocument;
import io.github.flowcert.result.SweepStore;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.sweep.Results;
import io.github.flowcert.sweep.ShardTally;
import io.github.flowcert.sweep.Summary;
import io.github.flowcert.sweep.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** Writes what came of a sweep, and says it. */
final class SweepPrinter {
  private final CommandLine commandLine;
  private final boolean json;
  private final boolean quiet;

  SweepPrinter(CommandLine commandLine, boolean json, boolean quiet) {
    this.commandLine = commandLine;
    this.json = json;
    this.quiet = quiet;
  }

  /** Writes table, summary and report, prints the summary, and returns the exit code. */
  int print(Results results, Path out) throws IOException {
    Path folder = ResultStore.folder(out, results.header().sweep());
    Files.createDirectories(folder);
    Path table = Table.write(folder, results);
    SweepDocument document = Summary.of(results);
    Path summary = SweepStore.write(out, document);
    Path page = Report.writeSweep(out, document);
    PrintWriter writer = commandLine.getOut();
    if (json) {
      writer.println(SweepStore.toJson(document));
    } else if (!quiet) {
      writer.print(SweepTable.of(document, commandLine.getColorScheme()));
      writer.println("Table: " + table);
      writer.println("Summary: " + summary);
      writer.println("Report: " + page);
    }
    writer.flush();
    return code(document.failures(), document.status());
  }

  /** Says what came of a part of a sweep, and returns the exit code. */
  int printShard(Path journal) throws IOException {
    ShardTally tally = ShardTally.of(journal);
    if (!quiet && !json) {
      commandLine
          .getOut()
          .println(
              tally.cases()
                  + " cases of the sweep: "
                  + SweepTable.counted(tally.statuses())
                  + "\nFor 'flowcert sweep merge': "
                  + journal);
    }
    return tally.status().map(status -> code(tally.failures(), status)).orElse(ExitCode.GOOD);
  }

  private static int code(int failures, Verdict status) {
    return failures > 0 ? ExitCode.INTERNAL_ERROR : ExitCode.of(List.of(status));
  }
}
