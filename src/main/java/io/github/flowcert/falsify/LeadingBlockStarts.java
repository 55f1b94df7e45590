package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Initial;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Balanced starts of a rectangular problem that are 0 outside of the leading square block.
 *
 * @param rows d
 * @param columns d'
 * @param sign sign of the block's determinant, 1 or -1
 */
record LeadingBlockStarts(int rows, int columns, int sign) implements StartSpace {

  @Override
  public double[] draw(RandomGenerator random) {
    return block().draw(random);
  }

  @Override
  public double[] steps(double[] numbers) {
    return block().steps(numbers);
  }

  @Override
  public Initial start(double[] numbers) {
    List<List<Double>> inner = block().start(numbers).matrix();
    List<List<Double>> matrix = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < columns; j++) {
        row.add(i < inner.size() && j < inner.size() ? inner.get(i).get(j) : 0.0);
      }
      matrix.add(List.copyOf(row));
    }
    return new Initial.Product(List.copyOf(matrix));
  }

  private BalancedStarts block() {
    int size = Math.min(rows, columns);
    return new BalancedStarts(size, size, sign);
  }
}
