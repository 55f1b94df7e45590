package io.github.flowcert.kernel;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Symbols that stand for the product matrix {@code W_L ... W_1} at any time t at which the flow
 * exists, and for that at time 0, and for nothing else: along gradient flow, equation (4), of any
 * loss with a continuous gradient, over any depth L of 2 or more and any hidden dimensions, from
 * factors that are balanced at time 0, equation (5); the product is square.
 *
 * @param now the determinant alone, or the four entries of a 2-by-2 matrix, row by row
 * @param start one or the other at time 0
 */
public record Trajectory(List<String> now, List<String> start) {
  /** Keeps the lists from changing. */
  public Trajectory {
    now = List.copyOf(now);
    start = List.copyOf(start);
  }

  Term determinant() {
    return determinant(now);
  }

  Term startingDeterminant() {
    return determinant(start);
  }

  private static Term determinant(List<String> symbols) {
    if (symbols.size() == 1) {
      return new Term.Symbol(symbols.get(0));
    }
    Term diagonal = product(symbols.get(0), symbols.get(3));
    Term other = product(symbols.get(1), symbols.get(2));
    return new Term.Sum(List.of(diagonal, Formulas.times(Formulas.number(-1), other)));
  }

  private static Term product(String one, String other) {
    return Formulas.times(new Term.Symbol(one), new Term.Symbol(other));
  }

  /** What is true at time 0. */
  public List<Formula> atStart() {
    if (now.size() != start.size()) {
      return List.of(new Formula.Equal(determinant(), startingDeterminant()));
    }
    List<Formula> equal = new ArrayList<>();
    for (int k = 0; k < now.size(); k++) {
      Term here = new Term.Symbol(now.get(k));
      equal.add(new Formula.Equal(here, new Term.Symbol(start.get(k))));
    }
    return equal;
  }

  /** What these symbols are in terms of another trajectory's, which may be any. */
  Map<String, Term> in(Trajectory other) throws NotProved {
    Map<String, Term> values = new LinkedHashMap<>(values(now, other.now));
    values.putAll(values(start, other.start));
    return values;
  }

  private static Map<String, Term> values(List<String> ours, List<String> theirs) throws NotProved {
    if (ours.size() == 1) {
      return Map.of(ours.get(0), determinant(theirs));
    }
    if (ours.size() != theirs.size()) {
      throw new NotProved("entries are not known where only the determinant is");
    }
    Map<String, Term> values = new LinkedHashMap<>();
    for (int k = 0; k < ours.size(); k++) {
      values.put(ours.get(k), new Term.Symbol(theirs.get(k)));
    }
    return values;
  }
}
