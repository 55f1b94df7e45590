package io.github.flowcert.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockTest {

  /** Apache Commons Math multiplies; rows odd and even, columns left over from blocks of four. */
  @ParameterizedTest
  @CsvSource({"1,1,1", "2,4,3", "3,5,7", "17,30,1", "8,9,70", "5,1203,130"})
  void productsAreThoseOfAnotherLibrary(int m, int k, int n) {
    Random random = new Random(m + 10L * k + 100L * n);
    Block left = random(random, m, k);
    Block right = random(random, k, n);
    RealMatrix expected = matrix(left).multiply(matrix(right));
    Block product = Block.zeros(m, n);
    product.data()[0] = Double.NaN;
    product.setProduct(left, right);
    assertSame(product, expected, k);
  }

  @ParameterizedTest
  @CsvSource({"3,5,7", "6,8,4"})
  void aTransposedLeftFactorNeedsNoCopy(int m, int k, int n) {
    Random random = new Random(7);
    Block left = random(random, k, m);
    Block right = random(random, k, n);
    Block product = Block.zeros(m, n);
    product.setProduct(left.transposed(), right);
    assertSame(product, matrix(left).transpose().multiply(matrix(right)), k);
  }

  @ParameterizedTest
  @CsvSource({"3,5", "1,4"})
  void aBlockIsReadAndWrittenWhereItLiesInItsArray(int m, int n) {
    double[] data = new Random(3).doubles(2 + m * n + 1).toArray();
    double[] before = data.clone();
    Block inside = Block.of(data, 2, m, n);
    Block other = random(new Random(4), n, m);
    inside.set(other.transposed());
    assertSame(inside, matrix(other).transpose(), 0);
    assertThat(data[0]).isEqualTo(before[0]);
    assertThat(data[1]).isEqualTo(before[1]);
    assertThat(data[data.length - 1]).isEqualTo(before[data.length - 1]);
    inside.clear();
    assertThat(inside.entry(m - 1, n - 1)).isZero();
    assertThat(data[data.length - 1]).isEqualTo(before[data.length - 1]);
  }

  private static void assertSame(Block block, RealMatrix expected, int terms) {
    for (int i = 0; i < expected.getRowDimension(); i++) {
      for (int j = 0; j < expected.getColumnDimension(); j++) {
        assertThat(block.entry(i, j))
            .isCloseTo(expected.getEntry(i, j), offset(1e-15 * (1 + 4.0 * terms)));
      }
    }
  }

  private static Block random(Random random, int m, int n) {
    return Block.of(random.doubles((long) m * n, -1, 1).toArray(), 0, m, n);
  }

  private static RealMatrix matrix(Block block) {
    RealMatrix matrix = new Array2DRowRealMatrix(block.rows(), block.columns());
    for (int i = 0; i < block.rows(); i++) {
      for (int j = 0; j < block.columns(); j++) {
        matrix.setEntry(i, j, block.entry(i, j));
      }
    }
    return matrix;
  }
}
