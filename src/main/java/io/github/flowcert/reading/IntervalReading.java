package io.github.flowcert.reading;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Relation;
import io.github.flowcert.expression.Term;
import io.github.flowcert.interval.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Terms and statements into interval arithmetic. The values of a term in doubles at a point of the
 * box lie in its enclosure too, wherever they are finite and the enclosure is defined: rounding to
 * nearest never crosses a bound that is a double.
 */
public final class IntervalReading {
  private IntervalReading() {}

  /**
   * The term in interval arithmetic. Literals are the decimals as written.
   *
   * @throws NoReadingException if it uses the number infinity, or a function that only Symja can
   *     evaluate
   */
  public static IntervalTerm of(Term term) throws NoReadingException {
    if (term instanceof Term.Sum sum) {
      return folded(sum.terms(), Interval::plus);
    }
    if (term instanceof Term.Product product) {
      return folded(product.factors(), Interval::times);
    }
    if (term instanceof Term.Quotient quotient) {
      IntervalTerm dividend = of(quotient.dividend());
      IntervalTerm divisor = of(quotient.divisor());
      return quantities -> dividend.at(quantities).dividedBy(divisor.at(quantities));
    }
    if (term instanceof Term.Application application) {
      return applied(application);
    }
    return term instanceof Term.Choice choice ? chosen(choice) : leaf(term);
  }

  /**
   * The statement in interval arithmetic.
   *
   * @throws NoReadingException if a term that it compares has no reading
   */
  public static IntervalFormula of(Formula formula) throws NoReadingException {
    if (formula instanceof Formula.All all) {
      List<IntervalFormula> parts = formulas(all.parts());
      return quantities -> conjunction(parts, quantities);
    }
    if (formula instanceof Formula.Any any) {
      List<IntervalFormula> parts = formulas(any.parts());
      // By De Morgan's law.
      List<IntervalFormula> opposites =
          parts.stream().<IntervalFormula>map(each -> q -> each.at(q).negate()).toList();
      return quantities -> conjunction(opposites, quantities).negate();
    }
    if (formula instanceof Formula.Not not) {
      IntervalFormula part = of(not.part());
      return quantities -> part.at(quantities).negate();
    }
    return related((Formula.Related) formula);
  }

  private static IntervalTerm leaf(Term term) throws NoReadingException {
    if (term instanceof Term.Symbol symbol) {
      return quantities -> Enclosure.of(quantities.symbol(symbol.name()));
    }
    if (term instanceof Term.Call call) {
      return quantities -> Enclosure.of(quantities.call(call.name(), call.arguments()));
    }
    if (term instanceof Term.NamedCall call) {
      return quantities -> Enclosure.of(quantities.callWithName(call.name(), call.argument()));
    }
    Enclosure constant =
        Enclosure.of(
            term instanceof Term.Literal literal
                ? Interval.of(literal.exact())
                : constant((Term.Constant) term));
    return quantities -> constant;
  }

  private static Interval constant(Term.Constant constant) throws NoReadingException {
    return switch (constant) {
      case PI -> Interval.PI;
      case E -> Interval.E;
      case INFINITY -> throw new NoReadingException("infinity", "interval reading");
    };
  }

  private static IntervalTerm folded(List<Term> terms, BinaryOperator<Interval> operation)
      throws NoReadingException {
    List<IntervalTerm> parts = terms(terms);
    return quantities -> {
      Enclosure result = parts.get(0).at(quantities);
      for (int k = 1; k < parts.size(); k++) {
        result = result.combine(parts.get(k).at(quantities), operation);
      }
      return result;
    };
  }

  private static IntervalTerm applied(Term.Application application) throws NoReadingException {
    List<IntervalTerm> arguments = terms(application.arguments());
    IntervalFunction function =
        IntervalFunction.named(application.function().functionName(), arguments.size());
    return quantities ->
        function.apply(arguments.stream().map(each -> each.at(quantities)).toList());
  }

  private static IntervalTerm chosen(Term.Choice choice) throws NoReadingException {
    IntervalFormula condition = of(choice.condition());
    IntervalTerm yes = of(choice.yes());
    IntervalTerm no = of(choice.no());
    return quantities ->
        switch (condition.at(quantities)) {
          case TRUE -> yes.at(quantities);
          case FALSE -> no.at(quantities);
          case UNKNOWN -> yes.at(quantities).hull(no.at(quantities));
        };
  }

  private static IntervalFormula related(Formula.Related related) throws NoReadingException {
    IntervalTerm left = of(related.left());
    IntervalTerm right = of(related.right());
    Relation relation = related.relation();
    return quantities -> {
      Enclosure one = left.at(quantities);
      Enclosure other = right.at(quantities);
      return one.defined() && other.defined()
          ? compare(one.values(), relation, other.values())
          : Truth.UNKNOWN;
    };
  }

  private static Truth compare(Interval left, Relation relation, Interval right) {
    return switch (relation) {
      case LESS -> less(left, right);
      case GREATER -> less(right, left);
      case LESS_OR_EQUAL -> less(right, left).negate();
      case GREATER_OR_EQUAL -> less(left, right).negate();
    };
  }

  private static Truth less(Interval smaller, Interval larger) {
    if (smaller.certainlyLess(larger)) {
      return Truth.TRUE;
    }
    return smaller.possiblyLess(larger) ? Truth.UNKNOWN : Truth.FALSE;
  }

  private static Truth conjunction(List<IntervalFormula> parts, IntervalQuantities quantities) {
    return parts.stream().map(each -> each.at(quantities)).reduce(Truth.TRUE, Truth::and);
  }

  private static List<IntervalTerm> terms(List<Term> terms) throws NoReadingException {
    List<IntervalTerm> readings = new ArrayList<>();
    for (Term term : terms) {
      readings.add(of(term));
    }
    return List.copyOf(readings);
  }

  private static List<IntervalFormula> formulas(List<Formula> formulas) throws NoReadingException {
    List<IntervalFormula> readings = new ArrayList<>();
    for (Formula formula : formulas) {
      readings.add(of(formula));
    }
    return List.copyOf(readings);
  }
}
