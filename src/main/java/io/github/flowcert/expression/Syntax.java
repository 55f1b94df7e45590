package io.github.flowcert.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.matheclipse.parser.client.Parser;
import org.matheclipse.parser.client.SyntaxError;
import org.matheclipse.parser.client.ast.ASTNode;
import org.matheclipse.parser.client.operator.ASTNodeFactory;

/** Texts into syntax trees, by Symja's parser in its relaxed syntax. */
final class Syntax {
  /** A bound on the depth of the parser's recursion. */
  private static final int LONGEST = 2000;

  private static final Pattern E_NOTATION =
      Pattern.compile("(?<![\\w.$])(\\d+\\.?\\d*|\\.\\d+)[eE]([+-]?\\d+)");

  /** Symja writes the power of ten out in digits. */
  private static final Pattern HUGE_EXPONENT = Pattern.compile("\\*\\^[+-]?\\d{4}");

  private Syntax() {}

  static ASTNode parse(String text) throws ExpressionException {
    refuseTraps(text);
    try {
      return new Parser(ASTNodeFactory.RELAXED_STYLE_FACTORY, true).parse(text);
    } catch (SyntaxError e) {
      int column = Math.min(e.getStartOffset() + 1, text.length());
      throw new ExpressionException(column, "not in Symja's syntax: " + e.getError());
    }
  }

  private static void refuseTraps(String text) throws ExpressionException {
    if (text.isBlank()) {
      throw new ExpressionException(1, "an expression is expected, found nothing");
    }
    if (text.length() > LONGEST) {
      throw new ExpressionException(
          LONGEST, "the text has " + text.length() + " characters; at most " + LONGEST);
    }
    Matcher number = E_NOTATION.matcher(text);
    if (number.find()) {
      String better = number.group(1) + "*^" + number.group(2);
      throw new ExpressionException(
          number.start() + 1,
          "Symja would read '" + number.group() + "' with e as a symbol; write " + better);
    }
    Matcher exponent = HUGE_EXPONENT.matcher(text);
    if (exponent.find()) {
      throw new ExpressionException(exponent.start() + 1, "no double has so large an exponent");
    }
  }
}
