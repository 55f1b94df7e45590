package io.github.flowcert.reading;

import io.github.flowcert.expression.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Terms into interval arithmetic with partial derivatives. The values are those of {@link
 * IntervalReading}; of functions without a rule here the derivatives are unknown.
 */
public final class SlopeReading {
  private SlopeReading() {}

  /**
   * The term with its derivatives.
   *
   * @throws NoReadingException as {@link IntervalReading#of(Term)}
   */
  public static SlopeTerm of(Term term) throws NoReadingException {
    if (term instanceof Term.Sum sum) {
      return folded(sum.terms(), Slope::plus);
    }
    if (term instanceof Term.Product product) {
      return folded(product.factors(), Slope::times);
    }
    if (term instanceof Term.Quotient quotient) {
      SlopeTerm dividend = of(quotient.dividend());
      SlopeTerm divisor = of(quotient.divisor());
      return quantities -> dividend.at(quantities).over(divisor.at(quantities));
    }
    if (term instanceof Term.Application application) {
      return applied(application);
    }
    return term instanceof Term.Choice choice ? chosen(choice) : leaf(term);
  }

  private static SlopeTerm leaf(Term term) throws NoReadingException {
    if (term instanceof Term.Symbol symbol) {
      return quantities -> quantities.symbol(symbol.name());
    }
    if (term instanceof Term.Call call) {
      return quantities -> quantities.call(call.name(), call.arguments());
    }
    if (term instanceof Term.NamedCall call) {
      return quantities -> quantities.callWithName(call.name(), call.argument());
    }
    IntervalTerm constant = IntervalReading.of(term);
    return quantities ->
        Slope.constant(constant.at(quantities.values()).values(), quantities.variables());
  }

  private static SlopeTerm folded(List<Term> terms, BinaryOperator<Slope> operation)
      throws NoReadingException {
    List<SlopeTerm> parts = terms(terms);
    return quantities ->
        parts.stream().map(each -> each.at(quantities)).reduce(operation).orElseThrow();
  }

  private static SlopeTerm applied(Term.Application application) throws NoReadingException {
    List<SlopeTerm> arguments = terms(application.arguments());
    String name = application.function().functionName();
    IntervalFunction values = IntervalFunction.named(name, arguments.size());
    return quantities ->
        apply(name, values, arguments.stream().map(each -> each.at(quantities)).toList());
  }

  private static Slope apply(String name, IntervalFunction values, List<Slope> x) {
    Slope first = x.get(0);
    return switch (name) {
      case "abs" -> first.abs();
      case "sqrt" -> first.sqrt();
      case "exp" -> first.exp();
      case "log" -> x.size() == 1 ? first.log() : x.get(1).log().over(first.log());
      case "power" -> first.power(x.get(1));
      case "min" -> x.stream().reduce(Slope::min).orElseThrow();
      case "max" -> x.stream().reduce(Slope::max).orElseThrow();
      default ->
          Slope.unknown(values.apply(x.stream().map(Slope::enclosure).toList()), first.variables());
    };
  }

  /** Where it is not known which term is chosen there may be a jump, of which no slope tells. */
  private static SlopeTerm chosen(Term.Choice choice) throws NoReadingException {
    IntervalFormula condition = IntervalReading.of(choice.condition());
    SlopeTerm yes = of(choice.yes());
    SlopeTerm no = of(choice.no());
    return quantities ->
        switch (condition.at(quantities.values())) {
          case TRUE -> yes.at(quantities);
          case FALSE -> no.at(quantities);
          case UNKNOWN ->
              Slope.unknown(
                  yes.at(quantities).enclosure().hull(no.at(quantities).enclosure()),
                  quantities.variables());
        };
  }

  private static List<SlopeTerm> terms(List<Term> terms) throws NoReadingException {
    List<SlopeTerm> readings = new ArrayList<>();
    for (Term term : terms) {
      readings.add(of(term));
    }
    return List.copyOf(readings);
  }
}
