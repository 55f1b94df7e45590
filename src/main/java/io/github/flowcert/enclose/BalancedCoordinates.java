package io.github.flowcert.enclose;

import io.github.flowcert.interval.Interval;
import io.github.flowcert.reading.Slope;
import io.github.flowcert.taylor.Tape;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A 2-by-2 product matrix of balanced factors and the logarithm of its determinant. */
final class BalancedCoordinates implements Coordinates {
  private final int sign;
  private final Unknowns unknowns;

  /**
   * Coordinates on the balanced set.
   *
   * @param depth L, at least 2
   * @param sign the sign of the determinant
   */
  BalancedCoordinates(int depth, int sign, Residuals problem) {
    this.sign = sign;
    this.unknowns = new Unknowns(BalancedField.of(depth, sign, problem));
  }

  @Override
  public Tape tape() {
    return unknowns.tape();
  }

  @Override
  public String words() {
    return "product matrix of balanced factors, and the logarithm of its determinant";
  }

  @Override
  public TubeState at(Interval[] box, Interval time) {
    List<Slope> product = IntStream.range(0, 4).mapToObj(k -> unknowns.unknown(box, k)).toList();
    Slope logarithm = unknowns.unknown(box, 4);
    return new TubeState(
        unknowns.time(time),
        product,
        Optional.of(logarithm.exp().times(sign)),
        Optional.of(logarithm),
        List.of(),
        unknowns.speed(box));
  }

  @Override
  public boolean knowFactors() {
    return false;
  }
}
