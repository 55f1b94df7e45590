package io.github.flowcert.smt;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.RationalValue;
import io.github.flowcert.expression.Relation;
import io.github.flowcert.expression.Term;
import io.github.flowcert.reading.NoReadingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/**
 * Terms and statements into SMT-LIB 2 for one query, in which the same quantity is one constant.
 * Numbers are exact. A quotient, root, absolute value or other term that is not polynomial is a
 * constant with the conditions that define it; a logarithm, exponential or other transcendental
 * function is a constant of which little is said. Not safe for use by several threads.
 *
 * <p>What holds in a query of translated statements, obligations assumed, holds of the real numbers
 * that the statements speak of. The opposite is true only where no constant is opaque.
 */
public final class SolverReading {
  private final Symbols symbols = new Symbols();
  private final List<Obligation> obligations = new ArrayList<>();
  private final Deque<SmtTerm> path = new ArrayDeque<>();
  private final SolverFunctions functions = new SolverFunctions(this);

  /**
   * The term, of sort Real.
   *
   * @throws NoReadingException if it uses the number infinity, or a function that is not known to
   *     have values for all numbers or where
   */
  public SmtTerm read(Term term) throws NoReadingException {
    Optional<BigFraction> exact = RationalValue.of(term, Map.of());
    if (exact.isPresent()) {
      return SmtTerm.of(exact.get());
    }
    if (term instanceof Term.Sum sum) {
      return SmtTerm.join("+", all(sum.terms()));
    }
    if (term instanceof Term.Product product) {
      return SmtTerm.join("*", all(product.factors()));
    }
    if (term instanceof Term.Quotient quotient) {
      return quotient(quotient);
    }
    if (term instanceof Term.Application application) {
      return functions.read(application);
    }
    return term instanceof Term.Choice choice ? chosen(choice) : quantity(term);
  }

  /**
   * The statement, of sort Bool.
   *
   * @throws NoReadingException if a term that it compares has no reading
   */
  public SmtTerm read(Formula formula) throws NoReadingException {
    if (formula instanceof Formula.All all) {
      return SmtTerm.join("and", statements(all.parts()));
    }
    if (formula instanceof Formula.Any any) {
      return SmtTerm.join("or", statements(any.parts()));
    }
    if (formula instanceof Formula.Not not) {
      return read(not.part()).not();
    }
    if (formula instanceof Formula.Equal equal) {
      return SmtTerm.apply("=", read(equal.left()), read(equal.right()));
    }
    Formula.Related related = (Formula.Related) formula;
    Relation relation = related.relation();
    return SmtTerm.apply(relation.sign(), read(related.left()), read(related.right()));
  }

  /** The constants and obligations of all that was read. */
  public Translation translation() {
    return new Translation(symbols.variables(), obligations);
  }

  /** Terms in order. */
  List<SmtTerm> all(List<Term> terms) throws NoReadingException {
    List<SmtTerm> read = new ArrayList<>();
    for (Term term : terms) {
      read.add(read(term));
    }
    return read;
  }

  /**
   * The constant for a function of terms that were read.
   *
   * @param key the function applied to them
   * @param term what it stands for
   * @param conditions its domain, and the facts with the constant
   */
  SmtTerm constant(SmtTerm key, Term term, Conditions conditions) {
    if (!conditions.domain().equals(SmtTerm.TRUE)) {
      // Once for every way in which the term is reached.
      Obligation obligation =
          new Obligation(conditions.reason(), term, underPath(conditions.domain()));
      if (obligations.stream().noneMatch(each -> each.condition().equals(obligation.condition()))) {
        obligations.add(obligation);
      }
    }
    if (!symbols.knows(key)) {
      String name = symbols.fresh(conditions.function());
      SmtTerm facts = conditions.facts().of(new SmtTerm(name));
      symbols.define(key, new Variable(name, term, conditions.role(), conditions.domain(), facts));
    }
    return symbols.known(key);
  }

  private SmtTerm underPath(SmtTerm domain) {
    return path.isEmpty() ? domain : domain.given(SmtTerm.join("and", List.copyOf(path)));
  }

  private SmtTerm quotient(Term.Quotient quotient) throws NoReadingException {
    SmtTerm dividend = read(quotient.dividend());
    Optional<BigFraction> exact = RationalValue.of(quotient.divisor(), Map.of());
    if (exact.isPresent() && exact.get().signum() != 0) {
      return SmtTerm.apply("*", SmtTerm.of(exact.get().reciprocal()), dividend);
    }
    SmtTerm divisor = read(quotient.divisor());
    Conditions conditions =
        Conditions.defined(
                "quotient", q -> SmtTerm.apply("=", SmtTerm.apply("*", q, divisor), dividend))
            .where(SmtTerm.apply("=", divisor, SmtTerm.of(0)).not(), "the divisor is not zero");
    return constant(SmtTerm.apply("quotient", dividend, divisor), quotient, conditions);
  }

  private SmtTerm chosen(Term.Choice choice) throws NoReadingException {
    SmtTerm condition = read(choice.condition());
    SmtTerm yes = reached(condition, choice.yes());
    SmtTerm no = reached(condition.not(), choice.no());
    Conditions conditions =
        Conditions.defined(
            "choice",
            c ->
                SmtTerm.apply(
                    "and",
                    SmtTerm.apply("=", c, yes).given(condition),
                    SmtTerm.apply("=", c, no).given(condition.not())));
    return constant(SmtTerm.apply("choice", condition, yes, no), choice, conditions);
  }

  private SmtTerm reached(SmtTerm condition, Term term) throws NoReadingException {
    path.addLast(condition);
    SmtTerm read = read(term);
    path.removeLast();
    return read;
  }

  private SmtTerm quantity(Term term) throws NoReadingException {
    if (term instanceof Term.Symbol symbol) {
      return symbols.quantity(symbol.name(), term);
    }
    if (term instanceof Term.NamedCall call) {
      return symbols.quantity(call.name() + "(" + call.argument() + ")", term);
    }
    if (term instanceof Term.Call call) {
      return symbols.quantity(call.name() + "(" + arguments(call) + ")", term);
    }
    return constant((Term.Constant) term);
  }

  private static String arguments(Term.Call call) {
    return Arrays.stream(call.arguments())
        .mapToObj(each -> Double.toString(each).toLowerCase(Locale.ROOT).replaceAll("\\.0$", ""))
        .collect(Collectors.joining(","));
  }

  private SmtTerm constant(Term.Constant constant) throws NoReadingException {
    if (constant == Term.Constant.INFINITY) {
      throw new NoReadingException("infinity", Transcendental.READING);
    }
    String name = constant == Term.Constant.PI ? "pi" : "e";
    SmtTerm key = SmtTerm.apply("constant", new SmtTerm(name));
    return constant(key, constant, Transcendental.number(name, constant));
  }

  private List<SmtTerm> statements(List<Formula> formulas) throws NoReadingException {
    List<SmtTerm> read = new ArrayList<>();
    for (Formula formula : formulas) {
      read.add(read(formula));
    }
    return read;
  }
}
