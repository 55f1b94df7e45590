package io.github.flowcert.enclose;

import io.github.flowcert.interval.Interval;
import io.github.flowcert.reading.Slope;
import io.github.flowcert.taylor.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The entries of the factors, balanced or not. */
final class FactorsCoordinates implements Coordinates {
  private final List<Integer> widths;
  private final Unknowns unknowns;

  /**
   * The factors as unknowns.
   *
   * @param widths d_0 .. d_L
   */
  FactorsCoordinates(List<Integer> widths, Residuals problem) {
    this.widths = List.copyOf(widths);
    this.unknowns = new Unknowns(FactorsField.of(widths, problem));
  }

  @Override
  public Tape tape() {
    return unknowns.tape();
  }

  @Override
  public String words() {
    return "entries of the factors";
  }

  @Override
  public TubeState at(Interval[] box, Interval time) {
    List<SlopeMatrix> factors = factors(box);
    SlopeMatrix product =
        factors.stream().reduce((below, above) -> above.times(below)).orElseThrow();
    boolean small = widths.stream().allMatch(width -> width == 2);
    Optional<Slope> determinant =
        small
            ? factors.stream().map(SlopeMatrix::determinant).reduce(Slope::times)
            : Optional.empty();
    return new TubeState(
        unknowns.time(time),
        product.entries(),
        determinant.isEmpty() && isTwoByTwo(product)
            ? Optional.of(product.determinant())
            : determinant,
        Optional.empty(),
        factors,
        unknowns.speed(box));
  }

  private static boolean isTwoByTwo(SlopeMatrix product) {
    return product.rows() == 2 && product.columns() == 2;
  }

  private List<SlopeMatrix> factors(Interval[] box) {
    List<SlopeMatrix> factors = new ArrayList<>();
    int first = 0;
    for (int l = 1; l < widths.size(); l++) {
      int columns = widths.get(l - 1);
      int from = first;
      factors.add(
          SlopeMatrix.of(
              widths.get(l), columns, (i, j) -> unknowns.unknown(box, from + i * columns + j)));
      first += widths.get(l) * columns;
    }
    return factors;
  }

  @Override
  public boolean knowFactors() {
    return true;
  }
}
