package io.github.flowcert.proof;

import io.github.flowcert.expression.Derivative;
import io.github.flowcert.expression.NoDerivativeException;
import io.github.flowcert.expression.RationalValue;
import io.github.flowcert.expression.Term;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Reads what is said of functions of one variable. */
final class CalculusReader {
  private static final List<String> SIGNS =
      List.of("positive", "nonnegative", "negative", "nonpositive");

  private final ProofScope scope;

  CalculusReader(ProofScope scope) {
    this.scope = scope;
  }

  Rule interval(YamlNode node) throws InputException {
    YamlMap map = node.map("{in: x, from: 0, to: 1}").only(List.of("in", "from", "to"));
    YamlNode last = map.required("to", "a number, as in 3/2");
    BigFraction from = number(map.required("from", "a number, as in 3/2"));
    BigFraction to = number(last);
    if (from.compareTo(to) >= 0) {
      throw last.found("a number above the one where it begins");
    }
    return new Rule.Covering(scope.known(map.required("in", "a variable")), from, to);
  }

  Rule monotone(YamlNode node) throws InputException {
    String expected = "{of: ..., in: x, from: ..., to: ..., sign: positive, by: ...}";
    YamlMap map = node.map(expected).only(List.of("of", "in", "from", "to", "sign", "by"));
    return slope(map, Optional.empty());
  }

  Rule chord(YamlNode node) throws InputException {
    String expected = "{of: ..., in: x, from: ..., to: ..., at: ..., sign: negative, by: ...}";
    YamlMap map = node.map(expected).only(List.of("of", "in", "from", "to", "at", "sign", "by"));
    return slope(map, Optional.of(scope.term(map.required("at", "an expression"))));
  }

  private Rule slope(YamlMap map, Optional<Term> at) throws InputException {
    YamlNode sign = map.required("sign", "one of " + SIGNS);
    if (!SIGNS.contains(sign.text("one of " + SIGNS))) {
      throw sign.found("one of " + SIGNS);
    }
    return new Rule.Slope(
        scope.inlined(scope.term(map.required("of", "an expression"))),
        scope.known(map.required("in", "a variable")),
        scope.term(map.required("from", "an expression")),
        scope.term(map.required("to", "an expression")),
        at,
        sign.text("one of " + SIGNS),
        scope.reference(map.required("by", "a fact with that sign")));
  }

  /** The derivative of a term, in which names that were defined are replaced by their terms. */
  Term derivative(YamlNode node) throws InputException {
    YamlMap map = node.map("{derivative: f, in: x}").only(List.of("derivative", "in"));
    YamlNode of = map.required("derivative", "an expression");
    String variable = scope.known(map.required("in", "a variable"));
    try {
      return Derivative.of(scope.inlined(scope.term(of)), variable);
    } catch (NoDerivativeException e) {
      throw of.problem(
          e.getMessage() + "; expected powers, roots, exponentials and logarithms only");
    }
  }

  private BigFraction number(YamlNode node) throws InputException {
    return RationalValue.of(scope.term(node), Map.of())
        .orElseThrow(() -> node.found("a number, as in 3/2"));
  }
}
