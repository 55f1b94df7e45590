package io.github.flowcert.smt;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/**
 * Turns terms and statements into SMT-LIB 2 over the reals, for one script.
 *
 * <p>Roots become constants with their defining equations; logarithms, exponentials and other
 * functions become constants of which nothing is known; quotients stay. What a partial term needs
 * in order to have a value is kept beside: SMT-LIB gives every term some value, so a statement
 * about {@code 1/x} means what it says only once {@code x != 0} is known.
 */
public final class Translator {
  private static final int LARGEST_POWER = 64;

  private final Set<String> constants = new LinkedHashSet<>();
  private final List<Partial> partials = new ArrayList<>();
  private final Map<Term, String> known = new HashMap<>();
  private int fresh;

  /** Declarations of all constants that have been mentioned so far. */
  public List<String> declarations() {
    return constants.stream().map(name -> "(declare-const " + name + " Real)").toList();
  }

  /** The partial terms that have been met so far, each after those inside it. */
  public List<Partial> partials() {
    return List.copyOf(partials);
  }

  /**
   * A statement as an assertion's argument.
   *
   * @throws TranslationException if real arithmetic cannot express it
   */
  public String formula(Formula formula) {
    if (formula instanceof Formula.Related related) {
      String sign = related.relation().sign();
      return "(" + sign + " " + term(related.left()) + " " + term(related.right()) + ")";
    }
    if (formula instanceof Formula.Equal equal) {
      return "(= " + term(equal.left()) + " " + term(equal.right()) + ")";
    }
    if (formula instanceof Formula.All all) {
      return joined("and", all.parts());
    }
    if (formula instanceof Formula.Any any) {
      return joined("or", any.parts());
    }
    return "(not " + formula(((Formula.Not) formula).part()) + ")";
  }

  /**
   * A term.
   *
   * @throws TranslationException if real arithmetic cannot express it
   */
  public String term(Term term) {
    String text = known.get(term);
    if (text == null) {
      text = translated(term);
      known.put(term, text);
    }
    return text;
  }

  private String joined(String word, List<Formula> parts) {
    return parts.stream()
        .map(this::formula)
        .collect(Collectors.joining(" ", "(" + word + " ", ")"));
  }

  private String translated(Term term) {
    if (term instanceof Term.Literal literal) {
      return Numerals.of(literal.exact());
    }
    if (term instanceof Term.Sum sum) {
      return applied("+", sum.terms());
    }
    if (term instanceof Term.Product product) {
      return applied("*", product.factors());
    }
    if (term instanceof Term.Quotient quotient) {
      String divisor = term(quotient.divisor());
      String dividend = term(quotient.dividend());
      partials.add(new Partial("(distinct " + divisor + " 0.0)", "true"));
      return "(/ " + dividend + " " + divisor + ")";
    }
    if (term instanceof Term.Choice choice) {
      return ite(formula(choice.condition()), term(choice.yes()), term(choice.no()));
    }
    return term instanceof Term.Application application ? application(application) : quantity(term);
  }

  private String quantity(Term term) {
    if (term instanceof Term.Symbol symbol) {
      return constant(symbol.name());
    }
    if (term instanceof Term.Call call) {
      return constant(call.name() + Arrays.toString(call.arguments()));
    }
    if (term instanceof Term.NamedCall call) {
      return constant(call.name() + "[" + call.argument() + "]");
    }
    return constant("constant " + term);
  }

  /** Between bars a name may contain anything but bars and backslashes. */
  private String constant(String name) {
    String quoted = "|" + name + "|";
    constants.add(quoted);
    return quoted;
  }

  private String applied(String operator, List<Term> terms) {
    return terms.size() == 1
        ? term(terms.get(0))
        : terms.stream()
            .map(this::term)
            .collect(Collectors.joining(" ", "(" + operator + " ", ")"));
  }

  private String application(Term.Application application) {
    List<Term> arguments = application.arguments();
    return switch (application.function().functionName()) {
      case "abs" -> absolute(term(arguments.get(0)));
      case "min" -> extreme("<=", arguments);
      case "max" -> extreme(">=", arguments);
      case "sqrt" -> root(term(arguments.get(0)), 1, 2);
      case "power" -> power(application);
      case "log" -> opaque(application, "(> " + term(arguments.get(0)) + " 0.0)");
      default -> opaque(application, "true");
    };
  }

  private static String absolute(String argument) {
    return ite("(>= " + argument + " 0.0)", argument, "(- " + argument + ")");
  }

  private String extreme(String relation, List<Term> arguments) {
    return arguments.stream()
        .map(this::term)
        .reduce((a, b) -> ite("(" + relation + " " + a + " " + b + ")", a, b))
        .orElseThrow();
  }

  private static String ite(String condition, String yes, String no) {
    return "(ite " + condition + " " + yes + " " + no + ")";
  }

  private String power(Term.Application application) {
    String base = term(application.arguments().get(0));
    BigFraction exponent =
        Exponents.of(application.arguments().get(1))
            .orElseThrow(() -> new TranslationException("an exponent that is no number"));
    if (exponent.abs().compareTo(new BigFraction(LARGEST_POWER)) > 0
        || exponent.getDenominatorAsInt() > LARGEST_POWER) {
      throw new TranslationException("the exponent " + exponent);
    }
    int above = exponent.getNumeratorAsInt();
    int below = exponent.getDenominatorAsInt();
    return below == 1 ? integerPower(base, above) : root(base, above, below);
  }

  private String integerPower(String base, int exponent) {
    if (exponent > 0) {
      return repeated(base, exponent);
    }
    partials.add(new Partial("(distinct " + base + " 0.0)", "true"));
    return exponent == 0 ? "1.0" : "(/ 1.0 " + repeated(base, -exponent) + ")";
  }

  private static String repeated(String base, int times) {
    return times == 1 ? base : "(* " + (base + " ").repeat(times).strip() + ")";
  }

  /** The non-negative r with {@code r^below = base^above}. */
  private String root(String base, int above, int below) {
    String root = constant("root " + ++fresh);
    String powers =
        above > 0
            ? "(= " + repeated(root, below) + " " + repeated(base, above) + ")"
            : "(= (* " + repeated(root, below) + " " + repeated(base, -above) + ") 1.0)";
    String obligation = "(" + (above > 0 ? ">=" : ">") + " " + base + " 0.0)";
    partials.add(new Partial(obligation, "(and (>= " + root + " 0.0) " + powers + ")"));
    return root;
  }

  private String opaque(Term.Application application, String obligation) {
    String name = application.function().functionName();
    if (!obligation.equals("true")) {
      partials.add(new Partial(obligation, "true"));
    }
    application.arguments().forEach(this::term);
    return constant(name + " " + ++fresh);
  }
}
