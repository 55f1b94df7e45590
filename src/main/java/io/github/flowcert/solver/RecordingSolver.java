package io.github.flowcert.solver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A solver whose every question is also written as a file in SMT-LIB 2.6 that any other solver can
 * read: {@code PROOF/STEP-001.smt2}, with the answer for its expected status. For one thread.
 */
public final class RecordingSolver implements Solver {
  private final Solver solver;
  private final Path folder;
  private final Map<Path, Integer> counts = new HashMap<>();
  private String proof = "";
  private String step = "";

  /** This solver, whose questions go to this folder. */
  public RecordingSolver(Solver solver, Path folder) {
    this.solver = solver;
    this.folder = folder;
  }

  @Override
  public void about(String newProof, String newStep) {
    proof = newProof;
    step = newStep;
    solver.about(newProof, newStep);
  }

  /**
   * Asks, and writes the question with its answer.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  @Override
  public Answer ask(String script) throws InterruptedException {
    Answer answer = solver.ask(script);
    try {
      write(script, answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer;
  }

  private void write(String script, Answer answer) throws IOException, InterruptedException {
    String name = step.replaceAll("[^A-Za-z0-9.-]+", "-");
    Path stem = folder.resolve(proof).resolve(name);
    int count = counts.merge(stem, 1, Integer::sum);
    Path file = stem.resolveSibling(String.format(Locale.ROOT, "%s-%03d.smt2", name, count));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text(script, answer), StandardCharsets.UTF_8);
  }

  private String text(String script, Answer answer) throws InterruptedException {
    String bare =
        script
            .lines()
            .filter(line -> !line.startsWith("(set-logic") && !line.equals("(check-sat)"))
            .collect(Collectors.joining("\n"));
    return String.join(
        "\n",
        "(set-info :smt-lib-version 2.6)",
        "(set-logic QF_NRA)",
        "(set-info :source |" + proof + ", " + step + "; answered by " + name() + "|)",
        "(set-info :status " + status(answer) + ")",
        bare,
        "(check-sat)",
        "(exit)",
        "");
  }

  private static String status(Answer answer) {
    if (answer instanceof Answer.Unknown) {
      return "unknown";
    }
    return answer instanceof Answer.Unsatisfiable ? "unsat" : "sat";
  }

  @Override
  public String name() throws InterruptedException {
    return solver.name();
  }

  @Override
  public void close() {
    solver.close();
  }
}
