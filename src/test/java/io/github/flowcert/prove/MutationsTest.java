package io.github.flowcert.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Statement;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.proof.Rule;
import io.github.flowcert.proof.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MutationsTest {
  private static final Vocabulary NAMES = new Vocabulary(Set.of("x", "y"), Map.of(), Map.of());

  @Test
  void aConstantIsHalvedOrDoubled() throws Exception {
    assertThat(statements(Mutant.Kind.CONSTANT, "x > 3*y + 5"))
        .containsExactlyInAnyOrder(
            formula("x > 6*y + 5"),
            formula("x > 1.5*y + 5"),
            formula("x > 3*y + 10"),
            formula("x > 3*y + 2.5"));
  }

  @Test
  void whereNoConstantStandsTheRightSideIsHalvedOrDoubled() throws Exception {
    assertThat(statements(Mutant.Kind.CONSTANT, "x >= y"))
        .containsExactlyInAnyOrder(formula("x >= 2*y"), formula("x >= 0.5*y"));
    assertThat(statements(Mutant.Kind.CONSTANT, "x >= 0")).isEmpty();
  }

  @Test
  void oneInequalityIsReversed() throws Exception {
    assertThat(statements(Mutant.Kind.REVERSED, "x > y && y <= 1"))
        .containsExactlyInAnyOrder(formula("x < y && y <= 1"), formula("x > y && y >= 1"));
    assertThat(statements(Mutant.Kind.REVERSED, "x == y"))
        .containsExactly(new Formula.Not(formula("x == y")));
  }

  @Test
  void oneHypothesisIsDropped() throws Exception {
    Set<String> left = new HashSet<>();
    for (int seed = 0; seed < 50; seed++) {
      for (Mutant<Step> mutant : new Mutations(seed).of(step("x > y"))) {
        if (mutant.kind() == Mutant.Kind.DROPPED) {
          left.add(mutant.step().from() + " " + mutant.step().given().size());
        }
      }
    }
    assertThat(left).containsExactlyInAnyOrder("[one] 1", "[other] 1", "[one, other] 0");
  }

  @Test
  void theSameSeedGivesTheSameMutants() throws Exception {
    Step step = step("x^3 > 3*y + 5");

    assertThat(new Mutations(7).of(step)).isEqualTo(new Mutations(7).of(step)).hasSize(3);
  }

  private static Set<Formula> statements(Mutant.Kind kind, String text) throws Exception {
    Set<Formula> formulas = new HashSet<>();
    for (int seed = 0; seed < 50; seed++) {
      formulas.addAll(
          new Mutations(seed)
              .of(step(text)).stream()
                  .filter(mutant -> mutant.kind() == kind)
                  .map(mutant -> mutant.step().statement().formula())
                  .collect(Collectors.toSet()));
    }
    return formulas;
  }

  private static Formula formula(String text) throws ExpressionException {
    return Statement.parse(text, NAMES).formula();
  }

  private static Step step(String text) throws ExpressionException {
    return new Step(
        "step",
        "line 1",
        List.of(Statement.parse("y > 0", NAMES)),
        Statement.parse(text, NAMES),
        new Rule.Arithmetic(List.of()),
        List.of("one", "other"),
        true,
        "",
        Optional.empty());
  }
}
