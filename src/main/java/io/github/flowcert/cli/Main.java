package io.github.flowcert.cli;

import java.util.stream.Collectors;
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
    subcommands = {
      VerifyCommand.class,
      CompareCommand.class,
      SweepCommand.class,
      ProveCommand.class,
      ReportCommand.class,
      ExplainCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  /** Made by {@link #main}. */
  Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Figures are written to files, never to a screen.
    System.setProperty("java.awt.headless", "true");
    int code = ExitCode.INTERNAL_ERROR;
    try {
      code = run(arguments);
    } catch (StackOverflowError | OutOfMemoryError e) {
      System.err.println("flowcert: " + internalError(e));
    }
    System.exit(code);
  }

  /** Runs a command and returns its exit code. */
  static int run(String... arguments) {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.getCommandSpec().usageMessage().footer("", "Exit codes: " + exitCodes());
    commandLine.setParameterExceptionHandler(Main::badUsage);
    commandLine.setExecutionExceptionHandler(Main::failed);
    return commandLine.execute(arguments);
  }

  private static String exitCodes() {
    return ExitCode.meanings().entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining("; ", "", "."));
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
    commandLine.getErr().println("flowcert: " + internalError(problem));
    return ExitCode.INTERNAL_ERROR;
  }

  /** One line about an error that is this program's own fault. */
  static String internalError(Throwable problem) {
    StackTraceElement[] trace = problem.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    return "internal error, please report it: "
        + problem.getClass().getSimpleName()
        + ": "
        + oneLine(problem)
        + place;
  }

  private static String oneLine(Throwable problem) {
    return String.valueOf(problem.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }
}
