package io.github.flowcert.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
  @TempDir private Path folder;
  private List<Case> cases;

  @BeforeEach
  void readThreeCases() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      Files.writeString(
          folder.resolve(name + ".yaml"),
          "case: "
              + name
              + "\nproblem: {kind: matrix-completion, observed: [['?', 1], [1, 0]]}"
              + "\nfactorization: {depth: 2}"
              + "\ninitial: {kind: identity, scale: 1e-3}"
              + "\nclaims: [determinant-sign]\n");
    }
    cases = CaseInput.read(List.of(folder), new Catalogue(), each -> {});
  }

  private Batch.Outcome<String> run(Batch.Work<String> work) throws Exception {
    return Batch.run(cases, 2, folder, work);
  }

  @Test
  void oneThatFailsInsideDoesNotTakeTheOthersWithIt() throws Exception {
    Batch.Outcome<String> outcome =
        run(
            each -> {
              if (each.name().equals("b")) {
                throw new IllegalStateException("boom");
              }
              return each.name();
            });
    assertThat(outcome.documents()).containsExactly("a", "c");
    assertThat(outcome.failures()).hasSize(1);
    assertThat(outcome.failures().get(0))
        .startsWith("b: internal error, please report it: IllegalStateException: boom at ");
  }

  @Test
  void whatTheUserCanMendEndsAll() {
    assertThatThrownBy(
            () ->
                run(
                    each -> {
                      throw new InputException("c.yaml:3: no");
                    }))
        .isInstanceOf(BadInput.class)
        .hasMessage("c.yaml:3: no");
    IOException denied = new AccessDeniedException("x", null, "no room");
    assertThatThrownBy(
            () ->
                run(
                    each -> {
                      throw new UncheckedIOException(denied);
                    }))
        .isInstanceOf(BadInput.class)
        .hasMessage(folder + ": cannot be written (no room)");
  }

  @Test
  void aCheckOfTheCommandRefusesBeforeAnyIsWorkedOn() {
    assertThatThrownBy(
            () ->
                CaseInput.read(
                    List.of(folder),
                    new Catalogue(),
                    each -> {
                      throw new InputException(each.name() + " refused");
                    }))
        .isInstanceOf(BadInput.class)
        .hasMessage("a refused");
  }
}
