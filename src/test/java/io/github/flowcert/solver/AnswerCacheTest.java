package io.github.flowcert.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerCacheTest {
  private static final String SCRIPT = "(declare-const x Real)\n(assert (< (* x x) 0))\n";
  private static final Answer YES = new Answer.Unsatisfiable();

  @TempDir private Path folder;

  @Test
  void aQuestionIsAskedOnceEvenByALaterRun() throws Exception {
    Counting first = new Counting(YES);
    Counting second = new Counting(new Answer.Unknown("never asked"));

    assertThat(asked(first, "Z3 1", SCRIPT, SCRIPT)).containsExactly(YES, YES);
    assertThat(asked(second, "Z3 1", SCRIPT)).containsExactly(YES);

    assertThat(first.questions).hasSize(1);
    assertThat(second.questions).isEmpty();
  }

  @Test
  void anAnswerCountsForTheSameTextAndTheSameVersionOnly() throws Exception {
    asked(new Counting(YES), "Z3 1", SCRIPT);
    Answer other = new Answer.Satisfiable(Map.of("x", "-1/2"));

    assertThat(asked(new Counting(other), "Z3 2", SCRIPT)).containsExactly(other);
    assertThat(asked(new Counting(other), "Z3 1", SCRIPT.replace("<", ">"))).containsExactly(other);
    assertThat(asked(new Counting(YES), "Z3 1", SCRIPT.replace("<", ">"))).containsExactly(other);
  }

  @Test
  void thatASolverGaveUpIsNotKept() throws Exception {
    asked(new Counting(new Answer.Unknown("time limit")), "Z3 1", SCRIPT);

    assertThat(asked(new Counting(YES), "Z3 1", SCRIPT)).containsExactly(YES);
  }

  @Test
  void aLineThatWasChangedOrCutOffDoesNotCount() throws Exception {
    Answer model = new Answer.Satisfiable(Map.of("x", "2"));
    asked(new Counting(model), "Z3 1", SCRIPT);
    String line = Files.readString(file()).strip();

    for (String damaged :
        List.of(
            line.replace("\"sat\"", "\"unsat\""),
            line.replace("\"2\"", "\"3\""),
            line.substring(0, line.length() - 5),
            "null",
            "{}")) {
      Files.writeString(file(), damaged);
      Counting again = new Counting(model);
      assertThat(asked(again, "Z3 1", SCRIPT)).as(damaged).containsExactly(model);
      assertThat(again.questions).as(damaged).hasSize(1);
      assertThat(asked(new Counting(YES), "Z3 1", SCRIPT)).as(damaged).containsExactly(model);
    }
  }

  private Path file() {
    return folder.resolve("cache").resolve("answers.jsonl");
  }

  private List<Answer> asked(Solver solver, String version, String... scripts)
      throws IOException, InterruptedException {
    try (AnswerCache cache = new AnswerCache(file())) {
      CachedSolver cached = new CachedSolver(solver, version, cache);
      List<Answer> answers = new ArrayList<>();
      for (String script : scripts) {
        answers.add(cached.ask(script));
      }
      return answers;
    }
  }

  /** Gives always the same answer. */
  private static final class Counting implements Solver {
    private final Answer answer;
    private final List<String> questions = new ArrayList<>();

    Counting(Answer answer) {
      this.answer = answer;
    }

    @Override
    public Answer ask(String script) {
      questions.add(script);
      return answer;
    }

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public void close() {}
  }
}
