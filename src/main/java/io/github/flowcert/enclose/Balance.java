package io.github.flowcert.enclose;

import io.github.flowcert.reading.Slope;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How balanced factors are all over a box.
 *
 * @param factors W_1 .. W_L
 */
record Balance(List<SlopeMatrix> factors) {

  /** W_{l+1}^T W_{l+1} - W_l W_l^T for l from 1 on. */
  List<SlopeMatrix> defects() {
    return IntStream.range(1, factors.size())
        .mapToObj(l -> defect(factors.get(l), factors.get(l - 1)))
        .toList();
  }

  private static SlopeMatrix defect(SlopeMatrix above, SlopeMatrix below) {
    return above.transpose().times(above).minus(below.times(below.transpose()));
  }

  /** The largest squared Frobenius norm of a factor. */
  Slope scale() {
    return factors.stream().map(SlopeMatrix::squaredNorm).reduce(Slope::max).orElseThrow();
  }
}
