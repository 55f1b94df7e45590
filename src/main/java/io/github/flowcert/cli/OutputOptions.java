package io.github.flowcert.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that every command shares. */
final class OutputOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "folder for results and the report (default: ${DEFAULT-VALUE})")
  private Path out;

  @Option(names = "--quiet", description = "print nothing but errors")
  private boolean quiet;

  /** Made by the command line. */
  OutputOptions() {}

  boolean quiet() {
    return quiet;
  }

  /** The output folder, made if it is not there. */
  Path folder() throws BadInput {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new BadInput(
          "--out " + out + ": cannot make this folder (" + reason(e) + "); name one you may write");
    }
    if (!Files.isWritable(out)) {
      throw new BadInput("--out " + out + ": cannot write there; name a folder you may write");
    }
    return out;
  }

  /** What hindered, in a few words. */
  static String reason(IOException problem) {
    if (problem instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason();
    }
    return problem.getClass().getSimpleName().replace("Exception", "");
  }
}
