package io.github.flowcert.mathml;

import io.github.flowcert.expression.Argument;
import io.github.flowcert.expression.Expression;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Statement;
import io.github.flowcert.expression.Vocabulary;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts in Symja's input syntax as MathML for a page. */
public final class Typesetter {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\s*\\()?");

  private final Map<String, List<String>> calls;
  private final FormulaMarkup formulas;
  private final TermMarkup terms;
  private final Symbols symbols;

  /**
   * A typesetter.
   *
   * @param templates how quantities are typeset, by name in lower case, in MathML in which {@code
   *     #} stands for the arguments
   * @param calls the quantities among them that take arguments, each with what these are: {@code
   *     name} for one bare name, else numbers
   */
  public Typesetter(Map<String, String> templates, Map<String, List<String>> calls) {
    this.calls = Map.copyOf(calls);
    symbols = new Symbols(Map.copyOf(templates));
    terms = new TermMarkup(symbols);
    formulas = new FormulaMarkup(terms);
  }

  /**
   * A statement or an expression as HTML with MathML in it; a conjunction as several formulas, so
   * that lines can break between them. What is neither may still be a statement about matrices.
   * Empty where the text is none of these.
   */
  public Optional<String> html(String text) {
    Vocabulary vocabulary = vocabulary(text);
    try {
      return Optional.of(html(text, Statement.parse(text, vocabulary).formula()));
    } catch (ExpressionException noStatement) {
      return expression(text, vocabulary).or(() -> ofMatrices(text));
    }
  }

  /** The letters of a statement about matrices; none where the text is something else. */
  public List<MatrixSymbol> letters(String text) {
    Set<String> names = matrices(text).map(MatrixMarkup.Result::names).orElse(Set.of());
    return MatrixSymbols.all().stream().filter(each -> names.contains(each.name())).toList();
  }

  private Optional<String> ofMatrices(String text) {
    return matrices(text).map(found -> conjunction(found.parts(), text));
  }

  private Optional<MatrixMarkup.Result> matrices(String text) {
    try {
      return Optional.of(MatrixMarkup.of(text, symbols));
    } catch (ExpressionException e) {
      return Optional.empty();
    }
  }

  private Optional<String> expression(String text, Vocabulary vocabulary) {
    try {
      Expression expression = Expression.parse(text, vocabulary);
      return Optional.of(element(terms.of(expression.term()), text));
    } catch (ExpressionException e) {
      return Optional.empty();
    }
  }

  private String html(String text, Formula formula) {
    if (formula instanceof Formula.All all && all.parts().size() > 1) {
      return conjunction(all.parts().stream().map(formulas::of).toList(), text);
    }
    return element(formulas.of(formula), text);
  }

  private static String conjunction(List<Markup> parts, String text) {
    return parts.size() == 1
        ? element(parts.get(0), text)
        : parts.stream()
            .map(part -> element(Markup.atom(part.within(Markup.Binding.SUM)), null))
            .collect(Collectors.joining(" and "));
  }

  private static String element(Markup markup, String text) {
    String spoken = text == null ? "" : " alttext=\"" + escaped(text) + "\"";
    return "<math" + spoken + ">" + markup.row() + "</math>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  // The text was checked, with its own names, when the document was written: here any name will do.
  private Vocabulary vocabulary(String text) {
    Set<String> symbols = new HashSet<>();
    for (MatchResult found : NAME.matcher(text).results().toList()) {
      if (found.group(1) == null) {
        symbols.add(found.group().toLowerCase(Locale.ROOT));
      }
    }
    symbols.removeAll(Set.of("pi", "e", "infinity"));
    Map<String, List<Argument>> known = new HashMap<>();
    calls.forEach((name, arguments) -> known.put(name, kinds(arguments, symbols)));
    return new Vocabulary(symbols, known, Map.of());
  }

  private static List<Argument> kinds(List<String> arguments, Set<String> names) {
    Argument kind =
        switch (arguments.get(0)) {
          case "name" -> new Argument.Name(names);
          case "p" -> new Argument.Positive();
          default -> new Argument.Index(0, Integer.MAX_VALUE);
        };
    return Collections.nCopies(arguments.size(), kind);
  }
}
