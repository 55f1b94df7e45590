package io.github.flowcert.casefile;

import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlNode;
import java.util.Locale;

/** Refuses data for which there is not memory enough, before any of it is read. */
final class Memory {
  /** A number of a design matrix, as read, as measured with, and decomposed in double precision. */
  private static final int BYTES = 96;

  private static final double GIGA = 1e9;

  private Memory() {}

  /**
   * Refuses so many numbers where they do not fit.
   *
   * @param what begins the message, to be followed by the count
   */
  static void refuse(YamlNode node, String what, double numbers) throws InputException {
    double needed = numbers * BYTES;
    double most = Runtime.getRuntime().maxMemory();
    if (needed > most) {
      throw node.problem(
          String.format(
              Locale.ROOT,
              "%s%.2g numbers, for which %.2g GB of memory are needed, and there are %.2g GB;"
                  + " expected fewer numbers, or more memory with java -Xmx%dg",
              what,
              numbers,
              needed / GIGA,
              most / GIGA,
              (long) Math.ceil(needed / (1L << 30))));
    }
  }
}
