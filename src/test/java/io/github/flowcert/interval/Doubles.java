package io.github.flowcert.interval;

import java.util.Random;
import java.util.stream.DoubleStream;

/** Doubles on which arithmetic goes wrong, and random ones. */
public final class Doubles {
  private static final double[] SIZES = {
    0,
    Double.MIN_VALUE,
    3 * Double.MIN_VALUE,
    Math.nextDown(Double.MIN_NORMAL),
    Double.MIN_NORMAL,
    0x1.8p-1000,
    0x1.fffffffffffffp-961,
    0x1.123456789abcdp-540,
    0x1.fedcba9876543p-487,
    0x1p-53,
    0.1,
    Math.nextDown(1.0),
    1,
    Math.nextUp(1.0),
    1.0 / 3,
    3,
    0x1p53,
    0x1.123456789abcdp500,
    0x1p970,
    Math.nextDown(Double.MAX_VALUE),
    Double.MAX_VALUE
  };

  private Doubles() {}

  /** Zero, subnormals, the largest ones, powers of two and their neighbours, with both signs. */
  public static double[] corners() {
    return DoubleStream.of(SIZES).flatMap(x -> DoubleStream.of(x, -x)).toArray();
  }

  /** A finite double: any bit pattern, one of ordinary size or one with few bits. */
  public static double random(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> anyBits(random);
      case 1 -> random.nextInt(201) - 100;
      case 2 -> Math.scalb(random.nextGaussian(), random.nextInt(200) - 100);
      default -> random.nextGaussian();
    };
  }

  private static double anyBits(Random random) {
    double bits = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(bits) ? bits : anyBits(random);
  }
}
