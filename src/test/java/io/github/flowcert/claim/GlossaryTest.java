package io.github.flowcert.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.problem.LeastSquares;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GlossaryTest {
  private static final Glossary GLOSSARY = Glossary.read();

  /** Of a 2-by-2 problem with one unobserved entry and of a regression all can be said. */
  private static Set<String> quantities() {
    Set<String> names = new HashSet<>();
    for (Vocabulary vocabulary :
        List.of(
            ClaimVocabulary.of(Observations.equation6(), true),
            SolutionPoint.vocabulary(Observations.equation6(), true),
            ClaimVocabulary.of(LeastSquares.of(new double[1][1], new double[1]), false),
            InitializationPoint.VOCABULARY,
            ScalePoint.vocabulary(Observations.equation6()))) {
      names.addAll(vocabulary.symbols());
      names.addAll(vocabulary.calls().keySet());
    }
    return names;
  }

  @Test
  void everyQuantityHasWordsAndASymbolAndThereAreNoOthers() {
    assertThat(GLOSSARY.entries().keySet()).containsExactlyInAnyOrderElementsOf(quantities());
    assertThat(GLOSSARY.entries().values())
        .allSatisfy(
            quantity -> {
              assertThat(quantity.words()).as(quantity.name()).isNotBlank();
              assertThat(quantity.tex()).as(quantity.name()).isNotBlank();
              assertThat(quantity.tex().contains("#"))
                  .as(quantity.name())
                  .isEqualTo(quantity.name().contains("("))
                  .isEqualTo(quantity.mathml().contains("#"));
            });
  }

  @Test
  void noTwoQuantitiesLookAlike() {
    assertThat(GLOSSARY.tex().values()).doesNotHaveDuplicates();
    assertThat(GLOSSARY.mathml().values()).doesNotHaveDuplicates();
  }

  @Test
  void everyClaimOfTheCatalogueMentionsSomeQuantity() {
    Catalogue catalogue = new Catalogue();
    assertThat(catalogue.identifiers())
        .flatMap(catalogue::resolve)
        .allSatisfy(claim -> assertThat(GLOSSARY.mentionedIn(claim)).as(claim.id()).isNotEmpty());
  }
}
