package io.github.flowcert.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flowcert.word.Alphabet;
import io.github.flowcert.word.Assertion;
import io.github.flowcert.word.Network;
import io.github.flowcert.word.NetworkSamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatrixKernelTest {
  private static final Alphabet ALPHABET = Network.alphabet(true);

  private final MatrixKernel kernel =
      new MatrixKernel(ALPHABET, NetworkSamples.some(true, Map.of()));

  @Test
  void whatReducesToZeroIsAFactWithItsHypotheses() throws Exception {
    MatrixFact fact =
        kernel.words(
            List.of(flow("flow")),
            parsed(
                "D(factor).Transpose(factor) == "
                    + "-Transpose(suffix).g.Transpose(prefix).Transpose(factor)"));

    assertThat(fact.hypotheses()).containsExactlyElementsOf(parsed(Network.flow().get("flow")));
  }

  @Test
  void aFalseStatementIsNoFactAndHasACounterexample() throws Exception {
    List<MatrixFact> from = List.of(flow("flow"), flow("flow-next"), flow("split"));
    List<Assertion> wrong = parsed("D(Transpose(next).next - 2*factor.Transpose(factor)) == 0");

    assertThatThrownBy(() -> kernel.words(from, wrong)).hasMessageContaining("not 0");
    assertThat(kernel.counterexample(from, wrong)).isPresent();
  }

  @Test
  void aTrueStatementHasNoCounterexample() throws Exception {
    List<MatrixFact> from = List.of(flow("flow"), flow("flow-next"), flow("split"));

    assertThat(
            kernel.counterexample(
                from, parsed("D(Transpose(next).next - factor.Transpose(factor)) == 0")))
        .isEmpty();
  }

  @Test
  void anInductionWithAFalseBaseOrAFalseStepIsRefused() {
    assertThatThrownBy(() -> kernel.induction(parsed("part.Transpose(part) == n^(k + 1)")))
        .isInstanceOf(NotProved.class);
    assertThatThrownBy(
            () -> kernel.induction(parsed("part.gram == n.part && part.gram.gram == n.part")))
        .isInstanceOf(NotProved.class);
  }

  @Test
  void anInstanceNeedsItsHypotheses() throws Exception {
    MatrixFact powers =
        kernel.induction(parsed("part.gram == n.part && part.Transpose(part) == n^k"));
    Map<String, String> suffix =
        Map.of("part", "suffix", "k", "a", "gram", "factor.Transpose(factor)");

    assertThatThrownBy(() -> kernel.instance(powers, suffix, List.of()))
        .hasMessageContaining("not supposed: chain");
    MatrixFact chain = kernel.suppose(parsed(Network.balanced().get("suffix-chain")));
    assertThat(kernel.instance(powers, suffix, List.of(chain)).statements())
        .contains(parsed("suffix.Transpose(suffix) == n^a").get(0));
  }

  @Test
  void suppositionsThatNoMatricesMeetGiveNoFact() throws Exception {
    MatrixFact impossible = kernel.suppose(parsed("n == -1*n + -1"));

    assertThatThrownBy(() -> kernel.words(List.of(impossible), parsed("w.n == w.n")))
        .hasMessageContaining("not shown to be possible");
  }

  @Test
  void whatMentionsAnInverseSupposesThatThereIsOne() throws Exception {
    MatrixFact fact = kernel.suppose(parsed("w.m == n.w"));

    assertThat(kernel.product(fact, "Inverse(w)", "1").hypotheses())
        .contains(new Assertion.Invertible("w"));
  }

  @Test
  void theDeterminantsSignIsNotKeptWithoutABalancedFlow() throws Exception {
    MatrixFact conserved = conserved();
    MatrixFact rate =
        kernel.suppose(
            parsed("Tr(Inverse(w).suffix.D(factor).prefix) == -Tr(m^(a + b).Inverse(w).g)"));

    assertThatThrownBy(() -> new SignKept().check(conserved, rate, conserved))
        .hasMessageContaining("supposes more than the flow");
    assertThatThrownBy(() -> new SignKept().check(rate, rate, conserved))
        .isInstanceOf(NotProved.class);
  }

  private MatrixFact conserved() throws Exception {
    return kernel.words(
        List.of(flow("flow"), flow("flow-next"), flow("split")),
        parsed("D(Transpose(next).next - factor.Transpose(factor)) == 0"));
  }

  private MatrixFact flow(String id) throws Exception {
    return kernel.suppose(parsed(Network.flow().get(id)));
  }

  private static List<Assertion> parsed(String text) throws Exception {
    return Assertion.parse(text, ALPHABET);
  }
}
