package io.github.flowcert.solver;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Z3 in a process of its own, which is started when first asked, and killed and started anew where
 * it does not keep its time limit. For one thread.
 */
public final class Z3Process implements Solver {
  /** What is granted beyond the limit before the process is killed. */
  private static final int GRACE_MILLISECONDS = 2000;

  private static final int START_MILLISECONDS = 60_000;

  private final int milliseconds;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "z3-reader");
            thread.setDaemon(true);
            return thread;
          });
  private Process process;
  private BufferedReader in;
  private BufferedWriter out;
  private String version;

  /**
   * A process that is not started yet.
   *
   * @param milliseconds when it gives up a question
   */
  public Z3Process(int milliseconds) {
    this.milliseconds = milliseconds;
  }

  @Override
  public Answer ask(String script) throws InterruptedException {
    return ask(script, milliseconds);
  }

  /** Asks, and gives up after so many milliseconds, whatever this solver's own limit. */
  Answer ask(String script, int limit) throws InterruptedException {
    try {
      start();
      out.write(Message.write(new Message.Question(script, limit)));
      out.newLine();
      out.flush();
      return answer(Message.read(line(limit + GRACE_MILLISECONDS), Message.Reply.class));
    } catch (TimeoutException e) {
      stop();
      return new Answer.Unknown("time limit of " + limit / 1000.0 + " s");
    } catch (IOException e) {
      stop();
      return new Answer.Unknown("the solver's process ended: " + e.getMessage());
    }
  }

  /** Starts the process if it is not running: only it knows its version. */
  @Override
  public String name() throws InterruptedException {
    if (version == null) {
      try {
        start();
      } catch (IOException | TimeoutException e) {
        throw new IllegalStateException("the solver's process did not start", e);
      }
    }
    return version;
  }

  @Override
  public void close() {
    stop();
    reader.shutdownNow();
  }

  private static Answer answer(Message.Reply reply) {
    return switch (reply.kind()) {
      case "sat" -> new Answer.Satisfiable(reply.model());
      case "unsat" -> new Answer.Unsatisfiable();
      case "unknown" -> new Answer.Unknown(reply.reason());
      default -> throw new IllegalArgumentException("script not understood: " + reply.reason());
    };
  }

  private void start() throws IOException, InterruptedException, TimeoutException {
    if (process != null && process.isAlive()) {
      return;
    }
    process = new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    in =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    out =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    version = line(START_MILLISECONDS);
  }

  private static List<String> command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        Z3Main.class.getName());
  }

  private String line(int limit) throws IOException, InterruptedException, TimeoutException {
    Future<String> next = reader.submit(in::readLine);
    try {
      String line = next.get(limit, TimeUnit.MILLISECONDS);
      if (line == null) {
        throw new IOException("no answer");
      }
      return line;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException problem) {
        throw problem;
      }
      throw new UncheckedIOException(new IOException(e.getCause()));
    }
  }

  private void stop() {
    if (process != null) {
      process.destroyForcibly();
      process = null;
    }
  }
}
