package io.github.flowcert.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Where an axis has its ticks, and what they say. */
final class Ticks {

  private static final int MOST = 6;
  private static final int FEWEST = 2;
  private static final double LEAST_SHARE = 1e-6;

  /** Decimal places that a number on a linear axis may have before or after the point. */
  private static final int LONGEST = 5;

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Ticks() {}

  /** A tick at a place of the axis. */
  record Tick(double at, String label) {}

  /** The ticks between two places of an axis; none for an axis without width. */
  static List<Tick> between(Scale scale, double low, double high) {
    return switch (scale) {
      case LINEAR -> low < high ? rounds(low, high).map(Ticks::linear).toList() : List.of();
      case LOG10 -> logarithmic(low, high);
      case LOG10_FALLING ->
          logarithmic(-high, -low).stream().map(tick -> new Tick(-tick.at, tick.label)).toList();
    };
  }

  private static List<Tick> logarithmic(double low, double high) {
    List<Tick> decades = decades(low, high);
    if (decades.size() > FEWEST) {
      return decades;
    }
    List<Tick> finer = steps(low, high, 1, 2, 5);
    if (finer.size() > FEWEST) {
      return finer;
    }
    List<Tick> within = steps(low, high, 1, 1.5, 2, 3, 5, 7);
    if (within.size() > FEWEST) {
      return within;
    }
    List<Tick> whole = steps(low, high, 1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9);
    return whole.size() > FEWEST || !isWideInDoubles(low, high) ? whole : even(low, high);
  }

  // What the axis stands for may lie outside the range of doubles, or be all but one number.
  private static boolean isWideInDoubles(double low, double high) {
    double last = Math.pow(10, high);
    return last - Math.pow(10, low) > LEAST_SHARE * last;
  }

  /** Round numbers at equal distances, where a decade is many times longer than the axis. */
  private static List<Tick> even(double low, double high) {
    return rounds(Math.pow(10, low), Math.pow(10, high)).map(Ticks::at).toList();
  }

  /** Three to six round numbers, or two between which there is no rounder one. */
  private static Stream<BigDecimal> rounds(double first, double last) {
    BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(last - first)));
    int parts = (int) ((last - first) / step.doubleValue());
    BigDecimal width = step.multiply(new BigDecimal(parts < 2 ? "0.5" : parts < 5 ? "1" : "2"));
    return LongStream.rangeClosed(
            (long) Math.ceil(first / width.doubleValue()),
            (long) Math.floor(last / width.doubleValue()))
        .mapToObj(k -> width.multiply(BigDecimal.valueOf(k)));
  }

  private static Tick linear(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    boolean plain = value.signum() == 0 || (exponent > -LONGEST && exponent < LONGEST);
    double multiple = value.scaleByPowerOfTen(-exponent).doubleValue();
    String words = plain ? value.stripTrailingZeros().toPlainString() : label(multiple, exponent);
    return new Tick(value.doubleValue(), words);
  }

  private static Tick at(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    double multiple = value.scaleByPowerOfTen(-exponent).doubleValue();
    return new Tick(Math.log10(value.doubleValue()), label(multiple, exponent));
  }

  private static List<Tick> decades(double low, double high) {
    int first = (int) Math.ceil(low);
    int count = (int) Math.floor(high) - first + 1;
    int stride = Math.max(1, (count + MOST - 1) / MOST);
    return IntStream.range(0, Math.max(0, count))
        .filter(i -> i % stride == 0)
        .mapToObj(i -> new Tick(first + i, label(1, first + i)))
        .toList();
  }

  private static List<Tick> steps(double low, double high, double... multiples) {
    return IntStream.rangeClosed((int) Math.floor(low), (int) Math.floor(high))
        .boxed()
        .flatMap(exponent -> ticks(exponent, multiples))
        .filter(tick -> tick.at >= low && tick.at <= high)
        .toList();
  }

  private static Stream<Tick> ticks(int exponent, double[] multiples) {
    return Arrays.stream(multiples)
        .mapToObj(m -> new Tick(Math.log10(m) + exponent, label(m, exponent)));
  }

  private static String label(double multiple, int exponent) {
    if (exponent >= -2 && exponent <= 2) {
      return BigDecimal.valueOf(multiple)
          .scaleByPowerOfTen(exponent)
          .stripTrailingZeros()
          .toPlainString();
    }
    String power = "10" + superscript(exponent);
    return multiple == 1
        ? power
        : BigDecimal.valueOf(multiple).stripTrailingZeros().toPlainString() + "·" + power;
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }
}
