package io.github.flowcert.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Sample;
import io.github.flowcert.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensingCasesTest {
  private static final RealMatrix FIRST =
      MatrixUtils.createRealMatrix(new double[][] {{1, 0.5, 0}, {0.5, 2, 0}, {0, 0, -1}});
  private static final RealMatrix SECOND =
      MatrixUtils.createRealMatrix(new double[][] {{0, 0, 1}, {0, 0.5, 0}, {1, 0, 1}});
  private static final double[] LABELS = {1.5, 0.5};

  @TempDir Path folder;

  private ResultDocument verify(String problem, String rest) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("case.yaml"),
            "case: sensing\nproblem: {kind: matrix-sensing, " + problem + "}\n" + rest);
    CaseVerifier verifier =
        new CaseVerifier(new Catalogue(), "test", null).knowing(CaseText.NO_PROOFS);
    return verifier.verify(new CaseReader(Vocabularies.of(new Catalogue())).read(file), s -> {});
  }

  /**
   * Eq. (2) of Arora et al.: gradient flow of the loss of Z Z^T from alpha I is the flow of depth 2
   * from alpha^2 I, run through twice as fast.
   */
  @Test
  void theSymmetricFactorizationIsTheBalancedOneAtDoubleSpeed() throws Exception {
    ResultDocument document =
        verify(
            "measurements: [{matrix: [[1, 0.5, 0], [0.5, 2, 0], [0, 0, -1]], label: 1.5},"
                + " {matrix: [[0, 0, 1], [0, 0.5, 0], [1, 0, 1]], label: 0.5}]",
            "factorization: {depth: 2}\ninitial: {kind: identity, scale: 0.01}\n"
                + "flow: {tolerance: {relative: 1e-10, absolute: 1e-14}, until: {time: 20},"
                + " record: {time: [1, 3, 10]}}\nclaims: [loss-nonincreasing, determinant-sign]\n");
    assertThat(document.claims()).extracting(ClaimResult::status).containsOnly(Verdict.HOLDS);
    for (Sample sample : document.flow().samples()) {
      RealMatrix expected = symmetric(sample.time() / 2);
      for (int k = 0; k < 9; k++) {
        assertThat(sample.product().get(k / 3).get(k % 3))
            .isCloseTo(expected.getEntry(k / 3, k % 3), within(1e-8));
      }
    }
    assertThat(document.flow().samples()).hasSizeGreaterThanOrEqualTo(4);
  }

  /** Z Z^T at a time of the flow {@code Z' = -d psi / dZ}, the gradient written out. */
  private static RealMatrix symmetric(double time) {
    double[] start = new double[9];
    for (int k = 0; k < 9; k += 4) {
      start[k] = 0.1;
    }
    if (time == 0) {
      RealMatrix z = square(start);
      return z.multiplyTransposed(z);
    }
    OrdinaryDifferentialEquation flow =
        new OrdinaryDifferentialEquation() {
          @Override
          public int getDimension() {
            return 9;
          }

          @Override
          public double[] computeDerivatives(double t, double[] y) {
            RealMatrix z = square(y);
            RealMatrix w = z.multiplyTransposed(z);
            double first = FIRST.multiply(w).getTrace() - LABELS[0];
            double second = SECOND.multiply(w).getTrace() - LABELS[1];
            RealMatrix gradient = FIRST.scalarMultiply(first).add(SECOND.scalarMultiply(second));
            RealMatrix slope = gradient.multiply(z).scalarMultiply(-2);
            double[] out = new double[9];
            for (int k = 0; k < 9; k++) {
              out[k] = slope.getEntry(k / 3, k % 3);
            }
            return out;
          }
        };
    double[] end =
        new DormandPrince853Integrator(1e-12, 1, 1e-14, 1e-12)
            .integrate(flow, new ODEState(0, start), time)
            .getPrimaryState();
    RealMatrix z = square(end);
    return z.multiplyTransposed(z);
  }

  private static RealMatrix square(double[] entries) {
    RealMatrix matrix = MatrixUtils.createRealMatrix(3, 3);
    for (int k = 0; k < 9; k++) {
      matrix.setEntry(k / 3, k % 3, entries[k]);
    }
    return matrix;
  }

  /** At depth 1 the loss is 0.245 exp(-2 ||A||^2 t), ||A||^2 = 9. */
  @Test
  void theLossOfOneMeasurementIsEnclosedAroundItsClosedForm() throws Exception {
    ResultDocument document =
        verify(
            "measurements: [{matrix: [[1, 2], [0, 2]], label: 1}]",
            """
            factorization: {depth: 1}
            initial: {kind: identity, scale: 0.1}
            flow: {until: {time: 0.5}}
            evidence: enclosed
            claims:
              - {id: above, expression: 'loss >= 0.24499*Exp(-18*t)'}
              - {id: below, expression: 'loss <= 0.24501*Exp(-18*t)'}
              - {id: wrong, expression: 'loss <= 0.2449*Exp(-18*t)'}
            """);
    assertThat(document.claims())
        .extracting(ClaimResult::status)
        .containsExactly(Verdict.ENCLOSED, Verdict.ENCLOSED, Verdict.REFUTED);
  }

  @Test
  void balancedFactorsOfMeasurementsAreEnclosed() throws Exception {
    ResultDocument document =
        verify(
            "measurements: [{matrix: [[1, 0.5], [0.5, 2]], label: 1.5},"
                + " {matrix: [[0, 1], [-1, 0.3]], label: 0.2}]",
            """
            factorization: {depth: 2}
            initial: {kind: identity, scale: 0.25}
            flow: {until: {time: 1}}
            evidence: enclosed
            claims: [balancedness, loss-nonincreasing, {id: own, expression: 'loss > 1/10'}]
            """);
    assertThat(document.claims())
        .extracting(ClaimResult::status)
        .containsExactly(Verdict.ENCLOSED, Verdict.ENCLOSED, Verdict.REFUTED);
  }

  @Test
  void claimsOfCompletionDoNotApplyToSensing() throws Exception {
    ResultDocument document =
        verify(
            "measurements: [{matrix: [[0, 1], [1, 0]], label: 1}]",
            """
            factorization: {depth: 2}
            initial: {kind: identity, scale: 0.5}
            flow: {until: {loss: 1e-6}}
            claims: [theorem-1, theorem-2, proposition-1, proposition-2]
            """);
    assertThat(document.claims())
        .extracting(ClaimResult::status)
        .containsOnly(Verdict.NOT_APPLICABLE);
    assertThat(document.claims().get(0).reason()).contains("matrix-sensing with 1 observation");
    assertThat(document.setting().problem()).isEqualTo("matrix-sensing");
    assertThat(document.setting().observed()).isNull();
    assertThat(document.setting().measured()).containsExactly("<[[0, 1], [1, 0]], W> = 1");
  }

  @Test
  void manyMeasurementsAreCounted() throws Exception {
    ResultDocument document =
        verify(
            "random: {size: [4, 6], measurements: 20, rank: 2, seed: 1}",
            """
            factorization: {depth: 2}
            initial: {kind: identity, scale: 0.1}
            flow: {until: {time: 0.01}}
            claims: [loss-nonincreasing]
            """);
    assertThat(document.setting().measured())
        .containsExactly("20 measurements of a 4-by-6 matrix, as the case file has them");
  }

  /** All of 6 entries are measured, so that the flow finds the matrix: Gaussian W* of rank 2. */
  @Test
  void randomSensingOfRectanglesFindsASolutionInEveryFormulation() throws Exception {
    for (String formulation : new String[] {"factors", "product", "singular-values"}) {
      ResultDocument document =
          verify(
              "random: {size: [2, 3], measurements: 5, rank: 1, seed: 4}",
              "factorization: {depth: 3}\ninitial: {kind: balanced-gaussian, scale: 0.3, seed: 2}\n"
                  + "flow: {formulation: "
                  + formulation
                  + ", until: {loss: 1e-10}}\nclaims: [balancedness, loss-nonincreasing]\n");
      assertThat(document.flow().stop()).isEqualTo("loss");
      assertThat(document.setting().measured()).hasSize(5);
      assertThat(document.claims()).extracting(ClaimResult::status).containsOnly(Verdict.HOLDS);
    }
  }
}
