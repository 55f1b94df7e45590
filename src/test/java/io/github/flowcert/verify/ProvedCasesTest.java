package io.github.flowcert.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.Fingerprint;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ProofStore;
import io.github.flowcert.result.ProvedDocument;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvedCasesTest {
  private static final CaseText ANALYSED =
      CaseText.analysed(3).flowing("{until: {loss: 1e-2}}").claiming("theorem-1");

  private static ProvedDocument shipped() throws Exception {
    try (InputStream in =
        ProvedCasesTest.class.getResourceAsStream("/io/github/flowcert/claims/proved.json")) {
      return ProofStore.readProved(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static ResultDocument verify(CaseText text) throws Exception {
    return text.verifyKnowing(new ShippedProofs(shipped()));
  }

  private static Verdict status(CaseText text, String claim) throws Exception {
    return CaseText.claim(verify(text), claim).status();
  }

  @Test
  void theorem1IsProvedWithItsMarginForTheScaledIdentity() throws Exception {
    ResultDocument document =
        verify(ANALYSED.claiming("theorem-1, lemma-10, lemma-11, theorem-1/sharp"));

    assertThat(document.claims())
        .allSatisfy(
            claim -> {
              assertThat(claim.status()).isEqualTo(Verdict.PROVED);
              assertThat(claim.evidence()).isEqualTo("symbolic");
              assertThat(claim.margin()).isPositive();
              assertThat(claim.proof().numeric()).isEqualTo(Verdict.HOLDS);
              assertThat(claim.proof().declared()).anyMatch(each -> each.contains("Jacobi"));
            });
    assertThat(document.status()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void besideAProofStandsThatTheClaimWasEnclosed() throws Exception {
    CaseText text =
        CaseText.analysed(2)
            .flowing("{until: {time: 1}}\nevidence: enclosed")
            .claiming("theorem-1/effective-rank");

    assertThat(CaseText.claim(verify(text), "theorem-1/effective-rank").reason())
        .startsWith(
            "for all t, by razin-cohen/theorem-1; by validated integration enclosed: holds");
  }

  @Test
  void theDistanceFromRank1RestsOnEckartAndYoungAndANormOnItsTriangleInequality() throws Exception {
    ResultDocument document = verify(ANALYSED);

    assertThat(CaseText.claim(document, "theorem-1/infimal-rank-distance").proof().declared())
        .anyMatch(each -> each.contains("Eckart"));
    assertThat(CaseText.claim(document, "theorem-1/norm").proof().declared())
        .anyMatch(each -> each.contains("von Neumann"));
  }

  @Test
  void theorem2AndItsLemmasAreProvedForPerturbedObservations() throws Exception {
    ResultDocument document =
        verify(
            ANALYSED
                .observing("[['?', 1.2], [0.7, 0.1]]")
                .claiming("theorem-2, lemma-17, lemma-18, determinant-sign"));

    assertThat(document.claims()).allMatch(claim -> claim.status() == Verdict.PROVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: product, product: [[0.1, 0.02], [0.03, 0.1]]}",
        "{kind: balanced-gaussian, scale: 0.1, seed: 3, determinant: positive}",
        "{kind: factors, factors: [[[0.5, 0], [0, 0.5]], [[0.5, 0], [0, 0.5]], [[0.5, 0], [0, 0.5]]]}"
      })
  void startsThatAreBalancedExactlyAreProved(String start) throws Exception {
    assertThat(status(ANALYSED.from(start), "theorem-1/effective-rank")).isEqualTo(Verdict.PROVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: factors, factors: [[[0.5, 0], [0, 0.5]], [[0.5, 0], [0, 0.5]], [[0.5, 0], [0, 0.500000000001]]]}",
        "{kind: product, product: [[0.1, 0.02], [0.03, -0.1]]}",
        "{kind: gaussian, scale: 0.1, seed: 3, determinant: positive}"
      })
  void unbalancedStartsAndNegativeDeterminantsAreNot(String start) throws Exception {
    assertThat(status(ANALYSED.from(start), "theorem-1/effective-rank"))
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void factorsWhoseDecimalsAreBalancedOnlyAfterRoundingAreNotProved() throws Exception {
    String start =
        "{kind: factors, factors: [[[0.5, 0], [0, 0.5]], [[0.5, 0], [0, 0.5]],"
            + " [[0.5, 0], [0, 0.50000000000000000001]]]}";

    assertThat(status(ANALYSED.from(start), "theorem-1/effective-rank")).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void aDeterminantWhoseSignRoundingMayHaveMadeIsNotProved() throws Exception {
    String start =
        "{kind: product, product: [[1, 0.99999999999999994], [0.99999999999999994, 0.9999999999999999]]}";

    assertThat(status(ANALYSED.from(start), "theorem-1/effective-rank"))
        .isNotEqualTo(Verdict.PROVED);
  }

  @Test
  void observationsThatAreThoseOfEquation6OnlyAfterRoundingAreNotProved() throws Exception {
    CaseText text = ANALYSED.observing("[['?', 1.00000000000000000001], [1, 0]]");

    assertThat(status(text, "theorem-1/effective-rank")).isEqualTo(Verdict.HOLDS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{depth: 1} | [['?', 1], [1, 0]]",
        "{depth: 3} | [['?', 1], [1, 0.1]]",
        "{depth: 3} | [[0, 1], [1, '?']]"
      })
  void depth1AndOtherObservationsAreOutsideTheorem1(String factorization, String observed)
      throws Exception {
    CaseText text = ANALYSED.factorized(factorization).observing(observed);

    assertThat(status(text, "theorem-1/effective-rank")).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void theProofOfTheorem2SpeaksOfAnUnobservedFirstEntryAlone() throws Exception {
    CaseText text = ANALYSED.observing("[[0.1, 1], [1, '?']]").claiming("theorem-2");

    assertThat(verify(text).claims()).allMatch(claim -> claim.status() == Verdict.HOLDS);
  }

  @Test
  void aClaimOfTheUsersOwnIsNeverProvedWhateverItsName() throws Exception {
    CaseText text =
        ANALYSED.claiming(
            "{id: own, expression: 'distance(1) <= 3*Sqrt(2)*Sqrt(loss)'}, determinant-sign");

    assertThat(status(text, "own")).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void aProofOfAnotherTextOfTheClaimCountsForNothing() throws Exception {
    ProvedDocument document = shipped();
    List<ProvedDocument.Claim> changed = new ArrayList<>();
    document
        .claims()
        .forEach(
            each ->
                changed.add(
                    new ProvedDocument.Claim(
                        each.id(), "0", each.proof(), each.restsOn(), each.declared())));

    assertNothingIsProved(with(document, document.version(), document.proofs(), changed));
  }

  @Test
  void aProofFileThatHasChangedSinceCountsForNothing() throws Exception {
    ProvedDocument document = shipped();
    Map<String, String> proofs = new LinkedHashMap<>(document.proofs());
    // On which Theorem 1 rests by way of Lemmas 10 and 3.
    proofs.put("razin-cohen/lemma-1", "0");

    assertNothingIsProved(with(document, document.version(), proofs, document.claims()));
  }

  @Test
  void anotherVersionsProofsCountForNothing() throws Exception {
    ProvedDocument document = shipped();

    assertNothingIsProved(with(document, "0.0", document.proofs(), document.claims()));
  }

  private static ProvedDocument with(
      ProvedDocument document,
      String version,
      Map<String, String> proofs,
      List<ProvedDocument.Claim> claims) {
    return new ProvedDocument(document.schema(), version, document.meanings(), proofs, claims);
  }

  private static void assertNothingIsProved(ProvedDocument document) throws Exception {
    ResultDocument result = ANALYSED.verifyKnowing(new ShippedProofs(document));

    assertThat(result.claims()).allMatch(claim -> claim.status() == Verdict.HOLDS);
    assertThat(result.claims()).allMatch(claim -> claim.proof() == null);
  }

  @Test
  void aViolationOfAProvedClaimIsReportedAsAContradiction() throws Exception {
    // A list that has the claim as proved that Theorem 1 fails for: forged, to see what comes of
    // it.
    ClaimResult claim = ProvedVerdicts.withProof(forged(), null, CaseText.claim(violated(), "own"));

    assertThat(claim.status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(claim.reason()).contains("one of them is wrong").contains("violated");
    assertThat(claim.proof().numeric()).isEqualTo(Verdict.VIOLATED);
  }

  private static ProvedDocument.Claim forged() {
    return new ProvedDocument.Claim("own", "0", "made-up/forged", List.of(), List.of());
  }

  private static ResultDocument violated() throws Exception {
    return verify(ANALYSED.claimingThat("Abs(w(1,1)) < 1/100"));
  }

  @Test
  void theListShipsFingerprintsOfTheClaimsAndProofsThatShip() throws Exception {
    Catalogue catalogue = new Catalogue();
    ProvedDocument document = shipped();

    assertThat(document.claims())
        .allSatisfy(
            each ->
                assertThat(new ShippedProofs(document).of(catalogue.resolve(each.id()).get(0)))
                    .as(each.id())
                    .isPresent());
    assertThat(Fingerprint.shippedProof("razin-cohen/theorem-1")).isPresent();
  }
}
