package io.github.flowcert.cli;

import io.github.flowcert.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code flowcert report}: the report from the documents that stand in a folder. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "(Re)builds the report of the results that stand under a folder.")
final class ReportCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "folder with results (default: ${DEFAULT-VALUE})")
  private Path folder;

  /** Made by the command line. */
  ReportCommand() {}

  @Override
  public Integer call() throws BadInput {
    if (!Files.isDirectory(folder)) {
      throw new BadInput(folder + ": no such folder; run verify first or name the folder it wrote");
    }
    Problems.report(folder, () -> Report.write(folder));
    return ExitCode.GOOD;
  }
}
