package io.github.flowcert.mathml;

import static io.github.flowcert.mathml.Markup.Binding.ATOM;
import static io.github.flowcert.mathml.Markup.Binding.POWER;
import static io.github.flowcert.mathml.Markup.Binding.PRODUCT;
import static io.github.flowcert.mathml.Markup.Binding.STATEMENT;
import static io.github.flowcert.mathml.Markup.Binding.SUM;

import io.github.flowcert.expression.Term;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Terms in MathML. */
final class TermMarkup {
  private static final String MINUS = Markup.operator("−");
  private static final int PLAIN_DIGITS = 6;

  private final Symbols symbols;
  private final FunctionMarkup functions = new FunctionMarkup(this);

  TermMarkup(Symbols symbols) {
    this.symbols = symbols;
  }

  Markup of(Term term) {
    Optional<Term> opposite = Negation.of(term);
    if (opposite.isPresent()) {
      return new Markup(MINUS + of(opposite.get()).within(PRODUCT), SUM);
    }
    if (term instanceof Term.Sum sum) {
      return sum(sum.terms());
    }
    if (term instanceof Term.Product product) {
      return product(product.factors());
    }
    if (term instanceof Term.Quotient quotient) {
      return fraction(of(quotient.dividend()), of(quotient.divisor()));
    }
    if (term instanceof Term.Application application) {
      return functions.of(application);
    }
    return term instanceof Term.Choice choice ? choice(choice) : leaf(term);
  }

  private Markup leaf(Term term) {
    if (term instanceof Term.Literal literal) {
      return number(literal.exact());
    }
    if (term instanceof Term.Constant constant) {
      return constant(constant);
    }
    if (term instanceof Term.NamedCall call) {
      return symbols.of(call.name(), "<mtext>" + call.argument() + "</mtext>");
    }
    if (term instanceof Term.Call call) {
      String arguments =
          Arrays.stream(call.arguments())
              .mapToObj(TermMarkup::argument)
              .collect(Collectors.joining(Markup.operator(",")));
      return symbols.of(call.name(), "<mrow>" + arguments + "</mrow>");
    }
    return symbols.of(((Term.Symbol) term).name());
  }

  private static String argument(double value) {
    return Double.isInfinite(value)
        ? "<mi>∞</mi>"
        : number(BigDecimal.valueOf(value).stripTrailingZeros()).text();
  }

  private static Markup constant(Term.Constant constant) {
    return switch (constant) {
      case PI -> Markup.atom("<mi>π</mi>");
      case E -> Markup.atom("<mi>e</mi>");
      case INFINITY -> Markup.atom("<mi>∞</mi>");
    };
  }

  private static Markup number(BigDecimal value) {
    String plain = value.toPlainString();
    if (plain.length() <= PLAIN_DIGITS || value.scale() == 0) {
      return Markup.atom("<mn>" + plain + "</mn>");
    }
    BigDecimal digits = value.stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -3) {
      return Markup.atom("<mn>" + plain + "</mn>");
    }
    String mantissa = digits.scaleByPowerOfTen(-exponent).toPlainString();
    String power = "<msup><mn>10</mn><mrow>" + MINUS + "<mn>" + -exponent + "</mn></mrow></msup>";
    return new Markup("<mn>" + mantissa + "</mn><mo>·</mo>" + power, PRODUCT);
  }

  private Markup sum(List<Term> terms) {
    StringBuilder text = new StringBuilder(of(terms.get(0)).within(SUM));
    for (Term term : terms.subList(1, terms.size())) {
      Optional<Term> opposite = Negation.of(term);
      text.append(opposite.isPresent() ? MINUS : Markup.operator("+"));
      text.append(of(opposite.orElse(term)).within(PRODUCT));
    }
    return new Markup(text.toString(), terms.size() == 1 ? PRODUCT : SUM);
  }

  // Symja reads a/b*c as a * b^(-1) * c, and a*b/c as a * (b/c): the first quotient divides all
  // that stands before it.
  private Markup product(List<Term> factors) {
    StringBuilder done = new StringBuilder();
    boolean divided = false;
    for (Term factor : factors) {
      if (factor instanceof Term.Quotient quotient && !divided && !done.isEmpty()) {
        if (!isOne(quotient.dividend())) {
          append(done, quotient.dividend());
        }
        String whole =
            fraction(new Markup(done.toString(), PRODUCT), of(quotient.divisor())).text();
        done.setLength(0);
        done.append(whole);
        divided = true;
      } else {
        append(done, factor);
        divided |= factor instanceof Term.Quotient;
      }
    }
    return new Markup(done.toString(), PRODUCT);
  }

  private void append(StringBuilder done, Term factor) {
    boolean number = factor instanceof Term.Literal;
    done.append(times(done, number)).append(of(factor).within(POWER));
  }

  private static String times(StringBuilder done, boolean number) {
    return done.isEmpty() ? "" : Markup.operator(number ? "·" : "&#x2062;");
  }

  private static boolean isOne(Term term) {
    return term instanceof Term.Literal one && one.exact().compareTo(BigDecimal.ONE) == 0;
  }

  private static Markup fraction(Markup dividend, Markup divisor) {
    return new Markup("<mfrac>" + dividend.row() + divisor.row() + "</mfrac>", POWER);
  }

  /** A term raised to a term. */
  Markup power(Term base, Term exponent) {
    String text = "<msup>" + of(base).within(ATOM) + of(exponent).row() + "</msup>";
    return new Markup(text, POWER);
  }

  private Markup choice(Term.Choice choice) {
    String condition = new FormulaMarkup(this).of(choice.condition()).row();
    String rows =
        line(of(choice.yes()).row(), "<mtext>if </mtext>" + condition)
            + line(of(choice.no()).row(), "<mtext>otherwise</mtext>");
    return new Markup("<mo>{</mo><mtable>" + rows + "</mtable>", STATEMENT);
  }

  private static String line(String value, String when) {
    return "<mtr><mtd>" + value + "</mtd><mtd>" + when + "</mtd></mtr>";
  }
}
