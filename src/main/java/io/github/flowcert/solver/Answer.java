package io.github.flowcert.solver;

import java.util.Map;

/** What a solver says of a script. */
public sealed interface Answer {

  /** No values of the constants satisfy every assertion. */
  record Unsatisfiable() implements Answer {}

  /**
   * Some values do.
   *
   * @param model a value for each declared constant: a fraction such as {@code -3/2}, or, where the
   *     value is irrational, a decimal close to it that ends in {@code ?}
   */
  record Satisfiable(Map<String, String> model) implements Answer {
    /** Keeps the map from changing. */
    public Satisfiable {
      model = Map.copyOf(model);
    }
  }

  /** The solver gave up, or was stopped. */
  record Unknown(String reason) implements Answer {}
}
