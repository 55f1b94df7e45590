package io.github.flowcert.linalg;

import static io.github.flowcert.testing.Matrices.flat;
import static io.github.flowcert.testing.Matrices.gaussian;
import static io.github.flowcert.testing.Matrices.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FlatTest {

  @Test
  void productAndTransposeAgreeWithHipparchus() {
    Random random = new Random(3);
    double[] a = gaussian(random, 6);
    double[] b = gaussian(random, 12);
    double[] product = gaussian(random, 8);
    Flat.multiply(a, b, 2, 3, 4, product);
    double[] expected = flat(matrix(a, 2, 3).multiply(matrix(b, 3, 4)));
    assertThat(product).containsExactly(expected, within(1e-15));
    assertThat(Flat.transpose(a, 2, 3)).containsExactly(flat(matrix(a, 2, 3).transpose()));
  }

  @Test
  void identityNormAndLargestEntry() {
    assertThat(Flat.identity(2, 3)).containsExactly(1, 0, 0, 0, 1, 0);
    assertThat(Flat.identity(3, 2)).containsExactly(1, 0, 0, 1, 0, 0);
    assertThat(Flat.squaredNorm(new double[] {3, -4})).isEqualTo(25);
    assertThat(Flat.maxAbs(new double[] {3, -4})).isEqualTo(4);
    assertThat(Flat.maxAbs(new double[0])).isZero();
  }
}
