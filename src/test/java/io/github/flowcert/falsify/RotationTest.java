package io.github.flowcert.falsify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class RotationTest {

  @Test
  void inThePlaneItIsTheUsualRotation() {
    double[][] matrix = {{1, 0}, {0, 1}};
    Rotation.turn(matrix, new double[] {9, Math.PI / 6}, 1);
    assertThat(matrix[0]).containsExactly(new double[] {Math.sqrt(3) / 2, -0.5}, within(1e-15));
    assertThat(matrix[1]).containsExactly(new double[] {0.5, Math.sqrt(3) / 2}, within(1e-15));
  }

  @Test
  void itIsOrthogonalOfDeterminantOneInMoreDimensions() {
    double[][] matrix = MatrixUtils.createRealIdentityMatrix(4).getData();
    assertThat(Rotation.angles(4)).isEqualTo(6);
    Rotation.turn(matrix, new double[] {0.3, -1, 2, 0.7, 3, -0.2}, 0);
    RealMatrix rotation = new Array2DRowRealMatrix(matrix);
    RealMatrix gap =
        rotation.multiplyTransposed(rotation).subtract(MatrixUtils.createRealIdentityMatrix(4));
    assertThat(gap.getNorm1()).isLessThan(1e-14);
    assertThat(new LUDecomposition(rotation).getDeterminant()).isCloseTo(1, within(1e-14));
    assertThat(Math.abs(matrix[0][3])).isGreaterThan(0.01);
  }
}
