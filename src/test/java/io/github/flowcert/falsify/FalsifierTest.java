package io.github.flowcert.falsify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.casefile.Initial;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.Premise;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.Falsification;
import io.github.flowcert.result.Falsification.Finding;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.verify.CaseVerifier;
import io.github.flowcert.verify.Vocabularies;
import io.github.flowcert.yaml.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FalsifierTest {
  private static final Catalogue CATALOGUE = new Catalogue();
  private static final CaseVerifier VERIFIER = new CaseVerifier(CATALOGUE, "test", null);

  @TempDir private Path folder;

  private Case read(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("case.yaml"), text);
    return new CaseReader(Vocabularies.of(CATALOGUE)).read(file);
  }

  /** The analysed problem at depth 2, to loss 1e-3. */
  private Case analysed(String claims) throws Exception {
    return analysed(claims, "{until: {loss: 1e-3}}");
  }

  private Case analysed(String claims, String flow) throws Exception {
    return read(
        "case: analysed\nproblem: {kind: matrix-completion, observed: [['?', 1], [1, 0]]}"
            + "\nfactorization: {depth: 2}\ninitial: {kind: identity, scale: 1e-3}\nflow: "
            + flow
            + "\nclaims: ["
            + claims
            + "]\nnorms: [frobenius]\n");
  }

  private static Falsifier.Outcome search(Case from, int starts, int threads, Premise... without)
      throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      return new Falsifier(VERIFIER, starts, 1, Set.of(without), workers)
          .falsify(from, Path.of("out/analysed"), share -> {});
    } finally {
      workers.shutdownNow();
    }
  }

  private static Finding finding(Falsification found, String id) {
    return found.claims().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void withinTheHypothesesNoViolationOfTheorem1IsFoundAndNoMoreIsSaid() throws Exception {
    Falsification found = search(analysed("theorem-1, lemma-10"), 40, 2).section();
    assertThat(found.foundViolation()).isFalse();
    assertThat(found.claims()).hasSize(4).allMatch(each -> each.status() == Verdict.HOLDS);
    assertThat(found.claims())
        .allSatisfy(
            each -> {
              assertThat(each.relativeMargin()).isPositive();
              assertThat(each.start() == 0 || each.from().product().size() == 2).isTrue();
              assertThat(each.sentence())
                  .isEqualTo("no violation among 40 starts and the case's own, which is no proof");
            });
    assertThat(found.conclusion()).contains("no proof");
  }

  @Test
  void withoutTheSignOfTheDeterminantTheFlowEndsWhereTheNormIsLeast() throws Exception {
    Falsification found = search(analysed("theorem-1/norm"), 60, 2, Premise.DETERMINANT).section();
    Finding norm = finding(found, "theorem-1/norm");
    assertThat(norm.status()).isEqualTo(Verdict.VIOLATED);
    // Of all matrices of loss l, the one of least norm has w11 = w22 = 0 and w12 = w21 = 1 -
    // sqrt(l).
    double least = Math.sqrt(2) * (1 - Math.sqrt(1e-3));
    double bound = 1 / Math.sqrt(2e-3) - 8;
    assertThat(norm.margin()).isBetween(least - bound - 1e-3, least - bound + 0.02);
    assertThat(norm.worst().loss()).isCloseTo(1e-3, within(1e-9));
    assertThat(norm.sentence())
        .startsWith("violated at start " + norm.start() + " of 60: judged without the hypothesis")
        .contains("positive determinant");
    assertThat(found.without()).containsExactly("determinant");
    assertThat(determinant(norm)).isNegative();
  }

  @Test
  void withoutBalanceTheDeterminantLosesItsSign() throws Exception {
    Falsification found =
        search(analysed("theorem-1, determinant-sign"), 20, 2, Premise.BALANCED).section();
    assertThat(finding(found, "determinant-sign").status()).isEqualTo(Verdict.VIOLATED);
    assertThat(finding(found, "theorem-1/norm").status()).isEqualTo(Verdict.VIOLATED);
    assertThat(finding(found, "theorem-1/norm").from().factors()).hasSize(2);
    assertThat(found.foundViolation()).isTrue();
  }

  @Test
  void aFalseClaimOfTheUsersOwnIsViolatedWithinTheHypotheses() throws Exception {
    Case from = analysed("{id: own, expression: 'norm(spectral) > 1/Sqrt(2*loss) - 1/10'}");
    Finding own = finding(search(from, 20, 2).section(), "own");
    assertThat(own.status()).isEqualTo(Verdict.VIOLATED);
    assertThat(own.margin()).isLessThan(-own.marginError());
  }

  @Test
  void theWorstCaseReproducesTheVerdictToTheLastDigit() throws Exception {
    Falsifier.Outcome outcome = search(analysed("theorem-1/norm"), 12, 2, Premise.BALANCED);
    Finding norm = finding(outcome.section(), "theorem-1/norm");
    Case worst = read(outcome.worstCase());
    assertThat(worst.name()).isEqualTo("analysed-worst");
    assertThat(((Initial.Factors) worst.initial()).matrices()).isEqualTo(norm.from().factors());
    assertThat(outcome.section().reproduce())
        .isEqualTo("verify --without balanced out/analysed/worst.yaml");

    ClaimResult again =
        VERIFIER.without(Set.of(Premise.BALANCED)).verify(worst, share -> {}).claims().get(0);
    assertThat(again.status()).isEqualTo(Verdict.VIOLATED);
    assertThat(again.margin()).isEqualTo(norm.margin());
    assertThat(again.hypotheses())
        .filteredOn(ClaimResult.Hypothesis::dropped)
        .singleElement()
        .matches(each -> each.id().equals("balanced-start") && !each.holds());
    assertThat(VERIFIER.verify(worst, share -> {}).claims().get(0).status())
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void theSameSeedGivesTheSameSectionOnAnyNumberOfThreads() throws Exception {
    Case from = analysed("theorem-1/norm, lemma-10");
    Falsifier.Outcome single = search(from, 60, 1);
    assertThat(search(from, 60, 4)).isEqualTo(single);
  }

  @Test
  void aClaimThatAppliesNowhereIsNotCalledUnviolated() throws Exception {
    Case from =
        read(
            "case: other\nproblem: {kind: matrix-completion, observed: [['?', 1], [1, 0.5]]}"
                + "\nfactorization: {depth: 2}\ninitial: {kind: identity, scale: 1e-1}"
                + "\nflow: {until: {loss: 1e-1}}\nclaims: [theorem-1/norm]\nnorms: [frobenius]\n");
    Falsifier.Outcome outcome = search(from, 4, 1);
    Finding norm = finding(outcome.section(), "theorem-1/norm");
    assertThat(norm.status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(norm.sentence()).startsWith("nothing shown");
    assertThat(outcome.section().conclusion()).startsWith("Nothing is shown");
    assertThat(outcome.worstCase()).isNull();
  }

  @Test
  void aClaimIsSaidToHoldOnlyAmongTheStartsAtWhichItApplied() throws Exception {
    // Its starts are multiples of the identity by 1 at most, of which few are drawn.
    Finding found =
        finding(
            search(analysed("proposition-4/w22-at-most-1"), 40, 2).section(),
            "proposition-4/w22-at-most-1");
    assertThat(found.sentence())
        .matches(
            "no violation among the [1-9] of 40 starts at which it was claimed and the case's own,"
                + " which is no proof");
    assertThat(found.from().product().get(0).get(1)).isZero();
  }

  @Test
  void aRunBeyondItsTrustHorizonIsNoViolation() throws Exception {
    // In the factors the determinant is lost on the way, and with it w(1,1).
    Case from = analysed("theorem-1/norm", "{formulation: factors, until: {loss: 1e-6}}");
    Finding norm = finding(search(from, 6, 2).section(), "theorem-1/norm");
    assertThat(norm.status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(norm.sentence()).contains("undecided", "trusted only up to");
  }

  @Test
  void unbalancedStartsAreRefusedWhereTheFormulationCannotFollowThem() throws Exception {
    Case from = analysed("theorem-1", "{formulation: singular-values, until: {loss: 1e-1}}");
    assertThatThrownBy(() -> search(from, 4, 1, Premise.BALANCED))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("flow.formulation");
  }

  @Test
  void aClaimThatDemandsNoSignIsSearchedAtBoth() throws Exception {
    // Lemma 10 with its square multiplied out, without its hypothesis on the determinant.
    Case from =
        analysed(
            "{id: own, expression: 'Abs(w(1,1)) > 1/Sqrt(2*loss) - 2 + Sqrt(2*loss)',"
                + " when: 'loss < 1/2'}");
    Falsification found = search(from, 40, 2).section();
    assertThat(found.among())
        .isEqualTo("balanced factors of a product of positive or negative determinant");
    Finding own = finding(found, "own");
    assertThat(own.status()).isEqualTo(Verdict.VIOLATED);
    assertThat(determinant(own)).isNegative();
  }

  @Test
  void aClaimOfOneSignBesideOneOfBothIsSearchedWithinItsHypothesesOnly() throws Exception {
    Falsification found = search(analysed("theorem-1/norm, loss-nonincreasing"), 20, 2).section();
    assertThat(finding(found, "theorem-1/norm").sentence())
        .startsWith("no violation among the 1")
        .contains("of 20 starts at which it was claimed");
    assertThat(finding(found, "loss-nonincreasing").sentence())
        .startsWith("no violation among 20 starts");
  }

  private static double determinant(Finding finding) {
    double[][] start =
        finding.from().product().stream()
            .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    return start[0][0] * start[1][1] - start[0][1] * start[1][0];
  }

  @Test
  void aMarginWhoseSidesDifferInSignIsMadeSmallAllTheSame() throws Exception {
    // From a start of size 10^-6 the spectral norm grows from there; nothing is smaller.
    Case from = analysed("{id: own, expression: 'norm(spectral) >= -1'}", "{until: {loss: 0.9}}");
    Finding own = finding(search(from, 60, 2).section(), "own");
    assertThat(own.relativeMargin()).isEqualTo(1);
    assertThat(own.margin()).isBetween(1.0, 1.0 + 3e-6);
  }

  @Test
  void theCasesOwnStartIsAmongThoseCompared() throws Exception {
    // Starts of the search are not smaller than 10^-6.
    Case from =
        read(
            "case: analysed\nproblem: {kind: matrix-completion, observed: [['?', 1], [1, 0]]}"
                + "\nfactorization: {depth: 2}\ninitial: {kind: identity, scale: 1e-9}"
                + "\nflow: {until: {loss: 0.9}}"
                + "\nclaims: [{id: own, expression: 'norm(spectral) > 1/10^8'}]\n");
    Falsifier.Outcome outcome = search(from, 6, 2);
    Finding own = finding(outcome.section(), "own");
    assertThat(own.start()).isZero();
    assertThat(own.from()).isNull();
    assertThat(own.sentence()).startsWith("violated at the case's own start");
    assertThat(own.margin()).isCloseTo(1e-9 - 1e-8, within(1e-13));
    assertThat(read(outcome.worstCase()).initial()).isEqualTo(from.initial());
  }

  @Test
  void theWorstCaseIsThatOfATheoremThoughACheckOfTheFlowFailsByMore() throws Exception {
    Falsifier.Outcome outcome =
        search(analysed("determinant-sign, theorem-1/norm"), 20, 2, Premise.BALANCED);
    Finding sign = finding(outcome.section(), "determinant-sign");
    Finding norm = finding(outcome.section(), "theorem-1/norm");
    assertThat(sign.status()).isEqualTo(Verdict.VIOLATED);
    assertThat(sign.relativeMargin()).isLessThan(norm.relativeMargin());
    assertThat(outcome.section().worstOf()).isEqualTo("theorem-1/norm [frobenius]");
    Case worst = read(outcome.worstCase());
    assertThat(((Initial.Factors) worst.initial()).matrices()).isEqualTo(norm.from().factors());
    assertThat(worst.about())
        .isEqualTo(
            "Start "
                + norm.start()
                + " of a search among the starts of analysed, the worst found for"
                + " theorem-1/norm [frobenius].");
  }

  @Test
  void aClaimThatIsThePremiseLeftOutIsNotSearched() throws Exception {
    Falsification found =
        search(analysed("balancedness, lemma-10"), 4, 2, Premise.BALANCED).section();
    Finding balancedness = finding(found, "balancedness");
    assertThat(balancedness.status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(balancedness.sentence())
        .isEqualTo(
            "left out of the search: it says no more than the premise that is left out, balanced");
    assertThat(finding(search(analysed("balancedness"), 4, 2).section(), "balancedness").status())
        .isEqualTo(Verdict.HOLDS);
  }

  @Test
  void nothingIsRunWhereNoClaimIsAboutATrajectory() throws Exception {
    Falsifier.Outcome outcome = search(analysed("proposition-1/minimizer"), 4, 1);
    assertThat(outcome.section().starts()).isZero();
    assertThat(outcome.section().claims())
        .singleElement()
        .matches(each -> each.sentence().equals("left out of the search: not about a trajectory"));
    assertThat(outcome.section().conclusion())
        .isEqualTo("Nothing was searched: every claim is left out.");
    assertThat(outcome.worstCase()).isNull();
  }

  @Test
  void claimsThatAreNotAboutATrajectoryStandBesideThoseThatAre() throws Exception {
    Falsification found = search(analysed("proposition-2, balancedness"), 3, 1).section();
    assertThat(finding(found, "balancedness").status()).isEqualTo(Verdict.HOLDS);
    assertThat(finding(found, "proposition-2/distance-at-0").sentence())
        .isEqualTo("left out of the search: not about a trajectory");
  }

  @Test
  void aWorstCaseFindsTheDataOfItsCase() throws Exception {
    CaseReader reader = new CaseReader(Vocabularies.of(CATALOGUE));
    Case from = reader.read(Path.of("cases/sensing/from-files.yaml"));
    Falsifier.Outcome outcome = search(from, 2, 1);
    Path file = Files.writeString(folder.resolve("worst.yaml"), outcome.worstCase());
    assertThat(reader.read(file).problem()).isEqualTo(from.problem());
  }
}
