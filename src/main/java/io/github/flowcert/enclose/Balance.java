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

  /** The largest Frobenius norm of W_{l+1}^T W_{l+1} - W_l W_l^T; of one factor 0. */
  Slope largest() {
    return IntStream.range(1, factors.size())
        .mapToObj(l -> defect(factors.get(l), factors.get(l - 1)))
        .reduce(Slope::max)
        .orElseGet(() -> scale().times(0));
  }

  private static Slope defect(SlopeMatrix above, SlopeMatrix below) {
    return above
        .transpose()
        .times(above)
        .minus(below.times(below.transpose()))
        .squaredNorm()
        .sqrt();
  }

  /** The largest squared Frobenius norm of a factor. */
  Slope scale() {
    return factors.stream().map(SlopeMatrix::squaredNorm).reduce(Slope::max).orElseThrow();
  }
}
