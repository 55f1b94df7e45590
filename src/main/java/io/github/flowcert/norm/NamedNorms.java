package io.github.flowcert.norm;

import java.util.Map;

/** The norms that go by a name of their own. */
public final class NamedNorms {
  private static final Map<String, Norm> ALL =
      Map.of(
          "frobenius", new Schatten("frobenius", 2),
          "nuclear", new Schatten("nuclear", 1),
          "spectral", new Schatten("spectral", Double.POSITIVE_INFINITY));

  private NamedNorms() {}

  /** The norms by name: frobenius, nuclear, spectral. */
  public static Map<String, Norm> all() {
    return ALL;
  }
}
