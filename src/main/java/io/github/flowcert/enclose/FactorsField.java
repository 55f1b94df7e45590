package io.github.flowcert.enclose;

import io.github.flowcert.taylor.Node;
import io.github.flowcert.taylor.Tape;
import io.github.flowcert.taylor.TapeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gradient flow of the factors, eq. (4) of Razin and Cohen's preprint: {@code W_l' = -(W_L ..
 * W_{l+1})^T G (W_{l-1} .. W_1)^T}. The unknowns are the entries of W_1, row by row, then those of
 * W_2 and so on.
 */
final class FactorsField {
  private FactorsField() {}

  /**
   * The right-hand side.
   *
   * @param widths d_0 .. d_L
   */
  static Tape of(List<Integer> widths, Residuals problem) {
    TapeBuilder tape = new TapeBuilder(unknowns(widths));
    List<Nodes> factors = factors(tape, widths);
    int depth = factors.size();
    List<Nodes> below = new ArrayList<>(List.of(factors.get(0)));
    for (int l = 1; l < depth; l++) {
      below.add(factors.get(l).times(tape, below.get(l - 1)));
    }
    Nodes back = problem.on(tape, below.get(depth - 1));
    for (int l = depth - 1; l >= 0; l--) {
      Nodes gradient = l == 0 ? back : back.times(tape, below.get(l - 1).transpose());
      setSlopes(tape, factors.get(l), gradient);
      back = l == 0 ? back : factors.get(l).transpose().times(tape, back);
    }
    return tape.build();
  }

  static int unknowns(List<Integer> widths) {
    int sum = 0;
    for (int l = 1; l < widths.size(); l++) {
      sum += widths.get(l) * widths.get(l - 1);
    }
    return sum;
  }

  private static List<Nodes> factors(TapeBuilder tape, List<Integer> widths) {
    List<Nodes> factors = new ArrayList<>();
    int first = 0;
    for (int l = 1; l < widths.size(); l++) {
      int columns = widths.get(l - 1);
      int from = first;
      factors.add(
          Nodes.of(
              widths.get(l), columns, (i, j) -> Optional.of(tape.state(from + i * columns + j))));
      first += widths.get(l) * columns;
    }
    return factors;
  }

  private static void setSlopes(TapeBuilder tape, Nodes factor, Nodes gradient) {
    for (int i = 0; i < factor.rows(); i++) {
      for (int j = 0; j < factor.columns(); j++) {
        Node state = factor.at(i, j).orElseThrow();
        Node slope =
            gradient
                .at(i, j)
                .map(tape::minus)
                .orElseGet(() -> tape.times(state, io.github.flowcert.interval.Interval.ZERO));
        tape.slope(state, slope);
      }
    }
  }
}
