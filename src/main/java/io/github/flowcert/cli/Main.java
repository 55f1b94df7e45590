package io.github.flowcert.cli;

import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "flowcert",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Certifies what theorems say about gradient-flow ODEs on deep linear networks.",
    subcommands = {VerifyCommand.class, ReportCommand.class},
    footer = {
      "",
      "Exit codes: 0 every claim proved, enclosed, holds or not-applicable; 1 at least one violated",
      "or refuted; 2 usage or bad input; 3 none violated, at least one undecided; 4 an internal",
      "error; 130 interrupted."
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  /** Made by {@link #main}. */
  Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command and returns its exit code. */
  static int run(String... arguments) {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setParameterExceptionHandler(Main::badUsage);
    commandLine.setExecutionExceptionHandler(Main::failed);
    return commandLine.execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private static int badUsage(ParameterException problem, String[] arguments) {
    CommandLine commandLine = problem.getCommandLine();
    String name = commandLine.getCommandSpec().qualifiedName();
    commandLine.getErr().println(name + ": " + oneLine(problem) + " (see " + name + " --help)");
    return ExitCode.BAD_INPUT;
  }

  private static int failed(
      Exception problem, CommandLine commandLine, CommandLine.ParseResult result) {
    if (problem instanceof BadInput) {
      commandLine.getErr().println("flowcert: " + oneLine(problem));
      return ExitCode.BAD_INPUT;
    }
    Throwable cause = problem instanceof ExecutionException ? problem.getCause() : problem;
    StackTraceElement[] trace = cause.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    commandLine
        .getErr()
        .println(
            "flowcert: internal error, please report it: "
                + cause.getClass().getSimpleName()
                + ": "
                + oneLine(cause)
                + place);
    return ExitCode.INTERNAL_ERROR;
  }

  private static String oneLine(Throwable problem) {
    return String.valueOf(problem.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }
}
