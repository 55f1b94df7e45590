package io.github.flowcert.claim;

import io.github.flowcert.testing.Values;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.matheclipse.core.eval.ExprEvaluator;
import org.matheclipse.core.expression.ApfloatNum;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The texts of a claim evaluated by Symja itself: definitions and quantities are put into the text,
 * quantities as exact fractions, and the engine reads and evaluates what results.
 */
final class SymjaText {
  private static final int DIGITS = 30;

  private final ExprEvaluator evaluator = new ExprEvaluator(true, (short) 0);
  private final ClaimDefinition definition;

  SymjaText(ClaimDefinition definition) {
    this.definition = definition;
  }

  /** The values that a statement or condition compares, in order; empty where one is not real. */
  List<Optional<BigDecimal>> sides(String text, Values values) {
    return operands(evaluator.parse(substituted(text, values)))
        .map(each -> real(evaluator.eval(F.N(each, F.ZZ(DIGITS)))))
        .toList();
  }

  private static Optional<BigDecimal> real(IExpr value) {
    if (value instanceof ApfloatNum precise) {
      return Optional.of(new BigDecimal(precise.apfloatValue().toString()));
    }
    return value.isReal() ? Optional.of(new BigDecimal(value.evalf())) : Optional.empty();
  }

  private static Stream<IExpr> operands(IExpr statement) {
    IAST call = (IAST) statement;
    Stream<IExpr> parts = Stream.iterate(1, k -> k + 1).limit(call.argSize()).map(call::get);
    return call.isAnd() || call.isOr() || call.isNot() ? parts.flatMap(SymjaText::operands) : parts;
  }

  private String substituted(String text, Values values) {
    String expanded = text;
    List<ClaimDefinition.Let> lets = definition.let();
    for (int k = lets.size() - 1; k >= 0; k--) {
      String meaning = "(" + lets.get(k).expression() + ")";
      expanded = word(lets.get(k).name(), "").matcher(expanded).replaceAll(m -> meaning);
    }
    for (Map.Entry<String, Double> value : values.values().entrySet()) {
      String name = value.getKey().replaceAll("\\(.*", "");
      String fraction = fraction(value.getValue());
      expanded =
          value.getKey().equals(name)
              ? word(name, "(?!\\()").matcher(expanded).replaceAll(m -> fraction)
              : replacedCalls(expanded, name, value.getKey(), fraction);
    }
    return expanded;
  }

  private String replacedCalls(String text, String name, String written, String fraction) {
    Matcher calls = word(name, "\\(([^()]*)\\)").matcher(text);
    Function<MatchResult, String> replacement =
        call -> spelled(name, call.group(1)).equals(written) ? fraction : call.group();
    return calls.replaceAll(replacement);
  }

  /** As quantities are written in values, with arguments such as 1/2 evaluated. */
  private String spelled(String name, String arguments) {
    if (arguments.matches("\\s*[a-z]\\w*\\s*")) {
      return name + "(" + arguments.strip() + ")";
    }
    List<String> each = Arrays.asList(arguments.split(",", -1));
    return each.stream()
        .map(argument -> new BigDecimal(evaluator.evalf(argument)))
        .map(argument -> argument.stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(",", name + "(", ")"));
  }

  private static Pattern word(String name, String after) {
    return Pattern.compile(
        "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])" + after, Pattern.CASE_INSENSITIVE);
  }

  private static String fraction(double value) {
    BigDecimal exact = new BigDecimal(value);
    return "(" + exact.unscaledValue() + "/" + BigDecimal.TEN.pow(exact.scale()) + ")";
  }
}
