package io.github.flowcert.cli;

import picocli.CommandLine.Option;

/** How much is worked on at a time. */
final class JobsOption {
  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "cases worked on at a time, or starts in a search (default: the number of processors)")
  private Integer jobs;

  /** Made by the command line. */
  JobsOption() {}

  /** The number of threads, at least 1. */
  int threads() throws BadInput {
    int threads = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    if (threads < 1) {
      throw new BadInput("--jobs " + threads + ": must be 1 or more");
    }
    return threads;
  }
}
