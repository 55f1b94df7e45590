package io.github.flowcert.cli;

import io.github.flowcert.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
  private static final Set<String> DOCUMENTS =
      Set.of("result.json", "compare.json", "summary.json");

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
    Path index = Problems.report(folder, () -> Report.write(folder));
    PrintWriter writer = spec.commandLine().getOut();
    writer.println("Report: " + index);
    if (!hasDocuments()) {
      writer.println(
          "It is empty: no results stand under "
              + folder
              + ". verify, prove, compare and sweep write them with --out "
              + folder);
    }
    if (other != null) {
      writer.println(Problems.report(folder, () -> Report.writeAgainst(folder, other)));
    }
    writer.flush();
    return ExitCode.GOOD;
  }

  private boolean hasDocuments() throws BadInput {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> DOCUMENTS.contains(String.valueOf(file.getFileName())));
    } catch (IOException e) {
      throw new BadInput(folder + ": cannot be read (" + OutputOptions.reason(e) + ")");
    }
  }
}
