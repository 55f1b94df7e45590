package io.github.flowcert.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class Z3ProcessTest {
  private static final Z3Process Z3 = new Z3Process(5000);

  @AfterAll
  static void stop() {
    Z3.close();
  }

  @Test
  void aSquareIsNotNegative() throws InterruptedException {
    assertThat(Z3.ask("(declare-const x Real)(assert (< (* x x) 0))"))
        .isEqualTo(new Answer.Unsatisfiable());
  }

  @Test
  void aModelIsAFractionWithItsSign() throws InterruptedException {
    Answer answer = Z3.ask("(declare-const x Real)(assert (= (* 2 x) (- 3)))");

    assertThat(((Answer.Satisfiable) answer).model()).containsEntry("x", "-3/2");
  }

  @Test
  void anIrrationalValueComesAsADecimal() throws InterruptedException {
    Answer answer = Z3.ask("(declare-const x Real)(assert (= (* x x) 2))(assert (< x 0))");

    assertThat(((Answer.Satisfiable) answer).model().get("x")).startsWith("-1.414213562373095");
  }

  @Test
  void whatIsNoScriptIsRefused() {
    assertThatThrownBy(() -> Z3.ask("(assert (< y 0))"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("y");
  }

  @Test
  void aHardQuestionIsGivenUpAndTheNextOneAnswered() throws InterruptedException {
    try (Z3Process impatient = new Z3Process(50)) {
      String hard = hardQuestion();

      assertThat(impatient.ask(hard)).isInstanceOf(Answer.Unknown.class);
      assertThat(impatient.ask("(declare-const x Real)(assert (< (* x x) 0))"))
          .isEqualTo(new Answer.Unsatisfiable());
    }
  }

  /** Unit vectors in general position with nearly the same mutual distances. */
  private static String hardQuestion() {
    StringBuilder script = new StringBuilder();
    int count = 7;
    for (int k = 0; k < count; k++) {
      script.append(
          "(declare-const x%1$d Real)(declare-const y%1$d Real)(declare-const z%1$d Real)"
              .formatted(k));
      script.append(
          "(assert (= (+ (* x%1$d x%1$d) (* y%1$d y%1$d) (* z%1$d z%1$d)) 1))".formatted(k));
    }
    for (int j = 0; j < count; j++) {
      for (int k = j + 1; k < count; k++) {
        script.append(
            "(assert (< (+ (* x%1$d x%2$d) (* y%1$d y%2$d) (* z%1$d z%2$d)) (/ 1 5)))"
                .formatted(j, k));
      }
    }
    return script.toString();
  }
}
