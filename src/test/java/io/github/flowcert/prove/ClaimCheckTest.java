package io.github.flowcert.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.ProofFiles;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.solver.Z3Process;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimCheckTest {
  private static final Z3Process SOLVER = new Z3Process(10_000);

  private static final String SINGULAR_VALUES =
      "sigma1 >= sigma2 && sigma2 >= 0 && sigma1^2 + sigma2^2 == w11^2 + w12^2 + w21^2 + w22^2"
          + " && sigma1*sigma2 == Abs(w11*w22 - w12*w21)";

  @TempDir private Path folder;

  @AfterAll
  static void stop() {
    SOLVER.close();
  }

  private List<Outcome> prove(String... texts) throws Exception {
    for (int k = 0; k < texts.length; k++) {
      String head = "about: Made up.\nsource: {paper: none, place: none}\n";
      Files.writeString(folder.resolve("proof-" + k + ".yaml"), head + texts[k]);
    }
    Prover prover = new Prover(SOLVER);
    List<Outcome> outcomes = new ArrayList<>();
    for (ProofFile proof : ProofFiles.read(List.of(folder))) {
      outcomes.add(prover.prove(proof));
    }
    return outcomes;
  }

  private Outcome.Checked claim(String text) throws Exception {
    Outcome outcome = prove(text).get(0);
    assertThat(outcome.status()).isEqualTo(Verdict.PROVED);
    assertThat(ProvedClaims.of(List.of(outcome), "1").claims()).isEmpty();
    return outcome.steps().get(outcome.steps().size() - 1);
  }

  @Test
  void aClaimIsNotProvedByAProofThatSupposesMoreThanItsHypotheses() throws Exception {
    Outcome.Checked claim =
        claim(
            """
            proof: made-up/more
            variables: [det, det0]
            assumptions: [{id: more, statement: det > 0 && det0 > 0}]
            conclusions: [{id: same, place: here, statement: det > 0 && det0 > 0, by: arithmetic, from: [more]}]
            claims: [{id: determinant-sign, from: [same]}]
            """);

    assertThat(claim.status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(claim.reason()).isEqualTo("supposes more than the claim does: det > 0 && det0 > 0");
  }

  @Test
  void aQuantityThatAProofDefinesOtherwiseProvesNoClaim() throws Exception {
    Outcome.Checked claim =
        claim(
            """
            proof: made-up/other
            variables: [w12]
            definitions: {erank: 1, loss: w12^2}
            conclusions: [{id: small, place: here, statement: erank <= 1 && loss >= 0, by: arithmetic, from: [erank, loss]}]
            claims: [{id: theorem-1/effective-rank, from: [small, erank, loss]}]
            """);

    assertThat(claim.status()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void aClaimWithAnotherConstantIsNotProved() throws Exception {
    Outcome.Checked claim =
        claim(
            """
            proof: made-up/false
            variables: [w11, w12, w21, w22, sigma1, sigma2]
            definitions: {loss: ((w12 - 1)^2 + (w21 - 1)^2 + w22^2)/2}
            assumptions: [{id: values, statement: '%s'}]
            conclusions: [{id: ordered, place: here, statement: sigma1 >= sigma2 && loss >= 0, by: arithmetic, from: [values, loss]}]
            claims: [{id: lemma-11/smallest, from: [ordered]}]
            """
                .formatted(SINGULAR_VALUES));

    assertThat(claim.status()).isNotEqualTo(Verdict.PROVED);
  }

  @Test
  void theNormOfAnotherProofIsNoNumberAndNoOtherMatrixHere() throws Exception {
    String norms =
        """
        proof: made-up/norm
        norms: {na: [1, 0, 0, 0]}
        conclusions: [{id: sign, place: here, statement: na > 0, by: {definite: na}}]
        """;
    String user =
        """
        proof: made-up/user
        %s
        conclusions: [{id: sign, place: here, statement: na > 0, by: {theorem: {proof: made-up/norm}}}]
        """;

    assertThat(last(norms, user.formatted("norms: {na: [1, 0, 0, 0]}"))).isEqualTo(Verdict.PROVED);
    assertThat(last(norms, user.formatted("norms: {na: [0, 0, 0, 0]}")))
        .isEqualTo(Verdict.UNDECIDED);
    assertThat(last(norms, user.formatted("variables: [na]"))).isNotEqualTo(Verdict.PROVED);
  }

  private Verdict last(String... texts) throws Exception {
    return prove(texts).get(1).status();
  }
}
