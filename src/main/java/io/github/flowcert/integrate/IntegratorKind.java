package io.github.flowcert.integrate;

import java.util.Arrays;
import java.util.Optional;

/** The integrators a case file can name. */
public enum IntegratorKind {
  AUTO("auto"),
  DORMAND_PRINCE_853("dormand-prince-853"),
  DORMAND_PRINCE_54("dormand-prince-54"),
  HIGHAM_HALL_54("higham-hall-54"),
  GRAGG_BULIRSCH_STOER("gragg-bulirsch-stoer"),
  ADAMS_BASHFORTH("adams-bashforth"),
  ADAMS_MOULTON("adams-moulton"),
  RADAU("radau"),
  ROSENBROCK("rosenbrock"),
  RUNGE_KUTTA_CHEBYSHEV("runge-kutta-chebyshev");

  private final String word;

  IntegratorKind(String word) {
    this.word = word;
  }

  /** The word used in case files and documents. */
  public String word() {
    return word;
  }

  /** The integrator of that word, if there is one. */
  public static Optional<IntegratorKind> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }
}
