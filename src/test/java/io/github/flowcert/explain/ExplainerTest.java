package io.github.flowcert.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.explain.Explanation.CaseUse;
import io.github.flowcert.explain.Explanation.ClaimText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainerTest {
  private static final Catalogue CATALOGUE = new Catalogue();
  private static final Explainer EXPLAINER =
      new Explainer(CATALOGUE, new TreeMap<>(Map.of(3, "something is open")));

  @TempDir private Path folder;

  private static Explanation explain(String id) {
    return EXPLAINER.explain(id, Optional.empty(), Optional.empty()).orElseThrow();
  }

  private void write(String name, String claims) throws IOException {
    Files.writeString(
        folder.resolve(name + ".yaml"),
        "case: "
            + name
            + "\nproblem: {kind: matrix-completion, observed: [['?', 1], [1, 0]]}"
            + "\nfactorization: {depth: 2}\ninitial: {kind: identity, scale: 1e-3}\nclaims: "
            + claims
            + "\n");
  }

  @Test
  void aClaimIsExplainedFromItsDefinition() {
    ClaimDefinition definition = CATALOGUE.resolve("lemma-10").get(0);
    Explanation explanation = explain("lemma-10");
    assertThat(explanation.kind()).isEqualTo("claim");
    ClaimText claim = explanation.claims().get(0);
    assertThat(claim.words()).isEqualTo(definition.words());
    assertThat(claim.statement().symja()).isEqualTo(definition.statement());
    assertThat(claim.source()).contains("Lemma 10");
    assertThat(claim.along()).isEqualTo("trajectory");
    assertThat(explain("proposition-1").claims())
        .allMatch(each -> each.along().equals("solution-set"));
    assertThat(claim.when().tex()).isEqualTo("\\ell < \\frac{1}{2}");
    assertThat(claim.hypotheses())
        .anyMatch(each -> each.id().equals("balanced-start") && each.words().contains("balanced"));
  }

  @Test
  void definitionsAreTypesetToo() {
    ClaimText claim = explain("theorem-1/norm").claims().get(0);
    assertThat(claim.statement().tex()).isEqualTo("\\|W\\|\\geq \\frac{a}{\\sqrt{\\ell}} - b");
    assertThat(claim.let().get(0).name()).isEqualTo("a");
    assertThat(claim.let().get(0).value().tex())
        .isEqualTo("\\frac{\\|e_i e_j^T\\|}{\\sqrt{2} \\cdot c}");
    assertThat(claim.perNorm()).isTrue();
  }

  @Test
  void entriesAndSingularValuesHaveTheirIndices() {
    assertThat(explain("proposition-4/w12-nonnegative").claims().get(0).statement().tex())
        .isEqualTo("w_{1,2}\\geq 0");
    assertThat(explain("lemma-11/largest").claims().get(0).statement().tex())
        .startsWith("\\sigma_{1}\\geq ")
        .contains("w_{1,1}");
  }

  @Test
  void theQuantitiesOfAClaimAreExplainedAndNoOthers() {
    assertThat(explain("theorem-1/norm").claims().get(0).quantities())
        .extracting(Explanation.Quantity::name)
        .containsExactly("loss", "normvalue", "unitnorm", "largestunitnorm", "c");
    assertThat(explain("lemma-10").claims().get(0).quantities())
        .extracting(Explanation.Quantity::name)
        .containsExactly("loss", "w(i,j)");
  }

  @Test
  void aFamilyIsExplainedByItsMembers() {
    Explanation explanation = explain("theorem-1");
    assertThat(explanation.kind()).isEqualTo("family");
    assertThat(explanation.claims())
        .extracting(ClaimText::id)
        .hasSize(3)
        .contains("theorem-1/norm");
  }

  @Test
  void everyIdentifierHasAnExplanation() {
    assertThat(EXPLAINER.identifiers()).contains("theorem-1", "holds", "stalled", "trust-sign");
    assertThat(EXPLAINER.identifiers())
        .allSatisfy(
            id -> {
              Explanation explanation = explain(id);
              boolean said = explanation.words() != null || !explanation.claims().isEmpty();
              assertThat(said).as(id).isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "violated,     verdict,   numerical error",
    "not-applicable, verdict, hypothesis",
    "stalled,      stop,      flow.until.loss",
    "trust-sign,   trust,     Lemma 3",
    "exit-3,       exit-code, something is open",
    "3,            exit-code, something is open"
  })
  void wordsAreExplained(String id, String kind, String words) {
    assertThat(explain(id).kind()).isEqualTo(kind);
    assertThat(explain(id).words()).contains(words);
  }

  @Test
  void anUnknownIdentifierHasNone() {
    assertThat(EXPLAINER.explain("lemma-99", Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void casesUseAClaimByItsNameOrThroughAFamily() throws IOException {
    write("by-name", "[theorem-1/norm]");
    write("by-family", "[theorem-1]");
    write("not", "[lemma-10]");
    write("broken", "[theorem-99]");
    Explanation explanation =
        EXPLAINER.explain("theorem-1/norm", Optional.of(folder), Optional.empty()).orElseThrow();
    assertThat(explanation.cases())
        .extracting(CaseUse::name)
        .containsExactly("by-family", "by-name");
    assertThat(explanation.unread()).singleElement().asString().contains("theorem-99");
  }

  @Test
  void proofsUseAClaimWhereTheyNameIt() throws IOException {
    Files.writeString(folder.resolve("one.yaml"), "proof: razin-cohen/theorem-1\nsteps: []\n");
    Files.writeString(
        folder.resolve("two.yaml"), "proof: x/y\nsteps: [{uses: [theorem-1/norm]}]\n");
    Files.writeString(folder.resolve("three.yaml"), "proof: razin-cohen/lemma-10\n");
    Files.writeString(folder.resolve("four.yaml"), "proof: [\n");
    Explanation explanation =
        EXPLAINER.explain("theorem-1/norm", Optional.empty(), Optional.of(folder)).orElseThrow();
    assertThat(explanation.proofs())
        .isEqualTo(
            List.of(folder.resolve("one.yaml").toString(), folder.resolve("two.yaml").toString()));
    assertThat(explanation.unread()).singleElement().asString().contains("four.yaml");
  }
}
