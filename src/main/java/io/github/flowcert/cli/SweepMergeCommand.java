package io.github.flowcert.cli;

import io.github.flowcert.sweep.Results;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code flowcert sweep merge}: the parts of a sweep put together. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Puts the parts of a sweep together that were verified with --shard.")
final class SweepMergeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OutputOptions output;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description =
          "folders with the results of the parts: their --out, or the sweep's folder there")
  private List<Path> folders;

  @Option(names = "--json", description = "print the summary document and nothing else")
  private boolean json;

  /** Made by the command line. */
  SweepMergeCommand() {}

  @Override
  public Integer call() throws Exception {
    try {
      Results results = Results.in(folders);
      return new SweepPrinter(spec.commandLine(), json, output.quiet())
          .print(results, output.folder());
    } catch (InputException e) {
      throw new BadInput(e.getMessage());
    } catch (IOException e) {
      throw Problems.unwritable(output.folder(), e);
    }
  }
}
