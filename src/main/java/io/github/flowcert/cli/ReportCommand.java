package io.github.flowcert.cli;

import io.github.flowcert.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = "folder with another run: say which verdicts changed and which margins moved")
  private Path other;

  @Spec private CommandSpec spec;

  /** Made by the command line. */
  ReportCommand() {}

  @Override
  public Integer call() throws BadInput {
    if (!Files.isDirectory(folder)) {
      throw new BadInput(folder + ": no such folder; run verify first or name the folder it wrote");
    }
    if (other != null && !Files.isDirectory(other)) {
      throw new BadInput("--against " + other + ": no such folder; name one that verify wrote");
    }
    Problems.report(folder, () -> Report.write(folder));
    if (other != null) {
      spec.commandLine()
          .getOut()
          .println(Problems.report(folder, () -> Report.writeAgainst(folder, other)));
    }
    return ExitCode.GOOD;
  }
}
