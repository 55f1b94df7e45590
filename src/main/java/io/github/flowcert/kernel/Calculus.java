package io.github.flowcert.kernel;

import io.github.flowcert.expression.Derivative;
import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.NoDerivativeException;
import io.github.flowcert.expression.Relation;
import io.github.flowcert.expression.Rewriting;
import io.github.flowcert.expression.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the sign of a first or second derivative inside a stretch says of the values of a function
 * there, by the mean value theorem. The function and its derivative must have values all over the
 * stretch, ends included, so that the function is continuous there.
 */
final class Calculus {
  /** No proof file can have a name with this character. */
  private static final String BETWEEN = "between_";

  private final Kernel kernel;
  private final Collection<Fact> from;
  private final List<Formula> given;

  /** Under these facts and suppositions. */
  Calculus(Kernel kernel, Collection<Fact> from, List<Formula> given) {
    this.kernel = kernel;
    this.from = List.copyOf(from);
    this.given = List.copyOf(given);
  }

  /** {@code f(to) > f(from)} where the derivative is positive between them, and so on. */
  Fact monotone(Stretch stretch, Sign sign, Fact signed) throws NotProved, InterruptedException {
    Term slope = derivative(stretch.function(), stretch);
    List<Fact> used = inside(stretch, sign, slope, List.of(stretch.function()), signed);
    requireValues(stretch, List.of(stretch.function(), slope));
    return conclude(
        used,
        new Formula.Related(
            at(stretch, stretch.function(), stretch.to()),
            sign.change(),
            at(stretch, stretch.function(), stretch.from())));
  }

  /** The value at a point is above the chord where the second derivative is negative. */
  Fact chord(Stretch stretch, Term point, Sign sign, Fact signed)
      throws NotProved, InterruptedException {
    Term slope = derivative(stretch.function(), stretch);
    Term curvature = derivative(slope, stretch);
    List<Fact> used = inside(stretch, sign, curvature, List.of(stretch.function(), slope), signed);
    requireValues(stretch, List.of(stretch.function(), slope));
    prove(List.of(Formulas.atMost(stretch.from(), point), Formulas.atMost(point, stretch.to())));
    Term before = Formulas.minus(point, stretch.from());
    Term after = Formulas.minus(stretch.to(), point);
    Term value = at(stretch, stretch.function(), point);
    Term first = at(stretch, stretch.function(), stretch.from());
    Term last = at(stretch, stretch.function(), stretch.to());
    Term whole = Formulas.times(value, Formulas.minus(stretch.to(), stretch.from()));
    Term chord = new Term.Sum(List.of(Formulas.times(first, after), Formulas.times(last, before)));
    return conclude(used, new Formula.Related(whole, sign.chord(), chord));
  }

  private static Term derivative(Term term, Stretch stretch) throws NotProved {
    try {
      return Derivative.of(term, stretch.variable());
    } catch (NoDerivativeException e) {
      throw new NotProved(e.getMessage());
    }
  }

  /**
   * Shows the sign at any point between, where these terms have values too.
   *
   * @return the facts that it rests on, whose hypotheses say nothing of that point
   */
  private List<Fact> inside(
      Stretch stretch, Sign sign, Term signedTerm, List<Term> valued, Fact signed)
      throws NotProved, InterruptedException {
    Term.Symbol between = new Term.Symbol(BETWEEN);
    prove(List.of(new Formula.Related(stretch.from(), Relation.LESS, stretch.to())));
    kernel.witness(
        BETWEEN,
        new Term.Quotient(new Term.Sum(List.of(stretch.from(), stretch.to())), Formulas.number(2)));
    List<Formula> inside = new ArrayList<>(given);
    inside.add(new Formula.Related(stretch.from(), Relation.LESS, between));
    inside.add(new Formula.Related(between, Relation.LESS, stretch.to()));
    Map<String, Term> there = new LinkedHashMap<>();
    there.put(stretch.variable(), between);
    kernel.inlined(signed).forEach((name, term) -> there.put(name, at(stretch, term, between)));
    Fact instance = kernel.instance(signed, there, from, inside);
    List<Formula> shown = new ArrayList<>();
    shown.add(sign.of(at(stretch, signedTerm, between)));
    valued.forEach(term -> shown.add(value(at(stretch, term, between))));
    List<Fact> known = new ArrayList<>(from);
    known.add(instance);
    kernel.arithmetic(known, inside, new Formula.All(shown), List.of());
    return known;
  }

  private void requireValues(Stretch stretch, List<Term> terms)
      throws NotProved, InterruptedException {
    List<Formula> values = new ArrayList<>();
    for (Term term : terms) {
      values.add(value(at(stretch, term, stretch.from())));
      values.add(value(at(stretch, term, stretch.to())));
    }
    prove(values);
  }

  private void prove(List<Formula> formulas) throws NotProved, InterruptedException {
    kernel.arithmetic(from, given, new Formula.All(formulas), List.of());
  }

  private Fact conclude(List<Fact> used, Formula statement) {
    return Fact.from(used, Kernel.implied(given, statement));
  }

  private static Formula value(Term term) {
    return new Formula.Equal(term, term);
  }

  private static Term at(Stretch stretch, Term term, Term point) {
    return Rewriting.substitution(Map.of(stretch.variable(), point)).apply(term);
  }
}
