package io.github.flowcert.lohner;

import io.github.flowcert.interval.Interval;
import io.github.flowcert.taylor.Node;
import io.github.flowcert.taylor.Tape;
import io.github.flowcert.taylor.TapeBuilder;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Whether enclosures contain solutions that are rational functions of the time, compared exactly at
 * random times. By its public constructor it can be loaded together with other arithmetic.
 */
public final class RoundingProbe implements BooleanSupplier {
  private static final int TIMES = 20;
  private static final int DRAWS = 40;

  private final Random random = new Random(1);
  private boolean contained = true;

  /** y' = -y^2: from 1, y (1 + t) = 1. */
  private static Tape reciprocal() {
    TapeBuilder tape = new TapeBuilder(1);
    tape.slope(tape.state(0), tape.minus(tape.square(tape.state(0))));
    return tape.build();
  }

  /** x' = y z, or x' = y z for a number z, with y and z constant. */
  private static Tape linear(Interval z) {
    TapeBuilder tape = new TapeBuilder(3);
    Node y = tape.state(1);
    tape.slope(tape.state(0), z == null ? tape.times(y, tape.state(2)) : tape.times(y, z));
    tape.slope(y, tape.times(y, Interval.ZERO));
    tape.slope(tape.state(2), tape.times(y, Interval.ZERO));
    return tape.build();
  }

  @Override
  public boolean getAsBoolean() {
    run(reciprocal(), t -> BigDecimal.ONE, t -> t.add(BigDecimal.ONE), Interval.ONE);
    for (int k = 0; k < DRAWS; k++) {
      double y = random.nextDouble();
      double z = random.nextDouble();
      BigDecimal rate = new BigDecimal(y).multiply(new BigDecimal(z));
      Tape tape = linear(k % 2 == 0 ? null : Interval.of(z));
      Interval[] start = {Interval.ZERO, Interval.of(y), Interval.of(z)};
      run(tape, t -> t.multiply(rate), t -> BigDecimal.ONE, start);
    }
    return contained;
  }

  /** The first unknown times a divisor is a dividend. */
  private void run(
      Tape tape,
      UnaryOperator<BigDecimal> dividend,
      UnaryOperator<BigDecimal> divisor,
      Interval... start) {
    new Integrator(tape, Orders.only(18), 0x1p-62)
        .integrate(
            LohnerSet.of(IntervalMatrix.vector(start)),
            64,
            step -> {
              look(step, dividend, divisor);
              return true;
            });
  }

  private void look(
      Step step, UnaryOperator<BigDecimal> dividend, UnaryOperator<BigDecimal> divisor) {
    for (int k = 0; k < TIMES; k++) {
      double t = step.from() + random.nextDouble() * (step.to() - step.from());
      Interval found = step.slice(t, t).box().at(0);
      BigDecimal exact = dividend.apply(new BigDecimal(t));
      BigDecimal factor = divisor.apply(new BigDecimal(t));
      contained &= new BigDecimal(found.lower()).multiply(factor).compareTo(exact) <= 0;
      contained &= new BigDecimal(found.upper()).multiply(factor).compareTo(exact) >= 0;
    }
  }
}
