package io.github.flowcert.testing;

import io.github.flowcert.expression.Term;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at terms of claims. */
public final class Terms {
  private Terms() {}

  /** The term and all of which it is made. */
  public static Stream<Term> subterms(Term term) {
    return Stream.concat(Stream.of(term), term.parts().flatMap(Terms::subterms));
  }

  /** Quantities as they are written, as in {@code loss} or {@code w(1,2)}. */
  public static Stream<String> quantities(Term term) {
    return subterms(term).map(Terms::written).flatMap(Optional::stream).distinct();
  }

  private static Optional<String> written(Term term) {
    if (term instanceof Term.Symbol symbol) {
      return Optional.of(symbol.name());
    }
    if (term instanceof Term.Call call) {
      return Optional.of(Values.written(call.name(), call.arguments()));
    }
    return term instanceof Term.NamedCall call
        ? Optional.of(call.name() + "(" + call.argument() + ")")
        : Optional.empty();
  }
}
