package io.github.flowcert.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Norms by expression, from the case file to the verdict. */
class OwnNormTest {
  @TempDir Path folder;

  private ResultDocument judged(String expression, double triangle) throws Exception {
    String text =
        """
        case: own-norm
        problem: {kind: matrix-completion, observed: [['?', 1], [1, 0]]}
        factorization: {depth: 3}
        initial: {kind: identity, scale: 1e-3}
        flow: {until: {loss: 1e-3}}
        claims: [theorem-1/norm]
        norms: [{name: own, expression: '%s', triangle: %s}]
        """;
    Path file = folder.resolve("case.yaml");
    Files.writeString(file, text.formatted(expression, triangle));
    Catalogue catalogue = new Catalogue();
    return new CaseVerifier(catalogue, "test", null)
        .verify(new CaseReader(Vocabularies.of(catalogue)).read(file), share -> {});
  }

  /**
   * Theorem 1's a is ||e_1 e_1^T|| / (sqrt 2 c), its b the larger of sqrt 2 a and 8 c^2 times the
   * largest ||e_i e_j^T||: here 1, 2, 3, 4 at the four places.
   */
  @Test
  void theoremOneIsJudgedWithUnitMatricesWhereTheyStand() throws Exception {
    ResultDocument document =
        judged("Abs(w(1,1)) + 2*Abs(w(1,2)) + 3*Abs(w(2,1)) + 4*Abs(w(2,2))", 1);
    ClaimResult claim = document.claims().get(0);
    assertThat(claim.status()).isEqualTo(Verdict.HOLDS);
    assertThat(claim.norm()).isEqualTo("own");
    assertThat(claim.parameters().get(0).value()).isCloseTo(Math.sqrt(0.5), within(1e-14));
    assertThat(claim.parameters().get(1).value()).isCloseTo(32, within(1e-13));
  }

  @Test
  void aVerdictSaysThatTheConstantIsStatedAndNotProved() throws Exception {
    ClaimResult claim = judged("schatten(1/2)", 2).claims().get(0);
    assertThat(claim.status()).isEqualTo(Verdict.HOLDS);
    assertThat(claim.reason())
        .isEqualTo(
            "that 'own' is a quasi-norm with c = 2.0 is stated in the case file, not proved");
    assertThat(claim.hypotheses())
        .filteredOn(hypothesis -> hypothesis.id().equals("triangle-constant-stated"))
        .singleElement()
        .satisfies(
            hypothesis -> {
              assertThat(hypothesis.statement())
                  .isEqualTo("'own', schatten(1/2), is a norm or quasi-norm with c = 2.0");
              assertThat(hypothesis.value())
                  .isEqualTo(
                      "stated in the case file, not proved;"
                          + " 20000 random pairs of matrices (seed 1) did not break it");
            });
  }

  @Test
  void theMatrixAtWhichANormVanishesIsShown() {
    // It is 0 at diag(2, 1) and its multiples alone: of norm 1, 2/sqrt 5 and 1/sqrt 5.
    assertThatThrownBy(() -> judged("Abs(w(1,1)-2*w(2,2))+Abs(w(1,2))+Abs(w(2,1))", 1))
        .hasMessageContainingAll("||A|| falls to ", "0.894427", "0.447214", "; expected a norm");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "schatten(1/2); 1.9; ||A + B|| is 4 but 1.9 (||A|| + ||B||) is 3.8",
        "sigma(1); 1; ",
        "sigma(2); 1; ||A|| is 0 at A = [[1, 0], [0, 0]]",
        "norm(frobenius)^2; 1; ||3 A|| is 9 but 3 ||A|| is 3 at A = [[1, 0], [0, 0]]",
        "norm(rowsum) + norm(columnsum); 1; ",
        "Log(w(1,1)); 1; ||A|| is 0 at A = [[1, 0], [0, 0]]",
        "sigma(3); 1; column 1: 'sigma' takes 1 argument: a whole number from 1 to 2; found Sigma",
        "loss; 1; column 1: unknown quantity 'loss'; known are entrywise(.), norm(.), schatten(.)",
        "Max(sigma(1), 2*sigma(2)); 1; ||A + B||",
        "Abs(w(1,1)-2*w(2,2))+Abs(w(1,2))+Abs(w(2,1)); 1; ||A|| falls to ",
        "Abs(w(1,1)-2*w(2,2))+Abs(w(1,2))+Abs(w(2,1))+Abs(w(2,2)); 1; ",
        "Abs(w(1,1))+Abs(w(1,2))+Abs(w(2,1))+Abs(w(2,2))/10000000000000; 1; ",
        "norm(frobenius)/1000000000000; 1; "
      })
  void whatIsNoNormIsRefusedWithTheWitness(String expression, double triangle, String message)
      throws Exception {
    if (message == null) {
      assertThat(judged(expression, triangle).status()).isEqualTo(Verdict.HOLDS);
    } else {
      assertThatThrownBy(() -> judged(expression, triangle))
          .hasMessageContaining("norms[1].expression: " + message)
          .hasMessageNotContaining("\n");
    }
  }
}
