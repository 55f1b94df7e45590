package io.github.flowcert.norm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The norms that go by a name of their own. */
public final class NamedNorms {
  private static final List<Norm> IN_ORDER =
      List.of(
          new Schatten("frobenius", 2),
          new Schatten("nuclear", 1),
          new Schatten("spectral", Double.POSITIVE_INFINITY),
          new OperatorNorm("columnsum", OperatorNorm.Sums.COLUMNS),
          new OperatorNorm("rowsum", OperatorNorm.Sums.ROWS));

  private static final Map<String, Norm> ALL = byName();

  private NamedNorms() {}

  /** The norms by name: frobenius, nuclear, spectral, columnsum, rowsum, in that order. */
  public static Map<String, Norm> all() {
    return ALL;
  }

  private static Map<String, Norm> byName() {
    Map<String, Norm> all = new LinkedHashMap<>();
    IN_ORDER.forEach(norm -> all.put(norm.name(), norm));
    return Collections.unmodifiableMap(all);
  }
}
