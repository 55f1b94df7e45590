package io.github.flowcert.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.matheclipse.parser.client.Parser;
import org.matheclipse.parser.client.SyntaxError;
import org.matheclipse.parser.client.ast.ASTNode;
import org.matheclipse.parser.client.operator.ASTNodeFactory;

/** Texts into syntax trees, by Symja's parser in its relaxed syntax. */
public final class Syntax {
  /** Bounds on the depth of the parser's recursion, for the smallest usual stack. */
  private static final int LONGEST = 1000;

  private static final int DEEPEST = 50;

  private static final Pattern E_NOTATION =
      Pattern.compile("(?<![\\w.$])(\\d+\\.?\\d*|\\.\\d+)[eE]([+-]?\\d+)");

  /** Symja writes the power of ten out in digits. */
  private static final Pattern HUGE_EXPONENT = Pattern.compile("\\*\\^[+-]?\\d{4}");

  /** Symja reads 1.5.2 as 1.5 times .2. */
  private static final Pattern TWO_POINTS = Pattern.compile("\\d*\\.\\d*\\.\\d*");

  private Syntax() {}

  /**
   * The syntax tree of a text.
   *
   * @throws ExpressionException if it is not in the syntax, or is too long or too deep
   */
  public static ASTNode parse(String text) throws ExpressionException {
    // To Symja the end of a line is the end of an expression; in a YAML text it is not.
    String line = text.replaceAll("\\s", " ");
    refuseTraps(line);
    try {
      return new Parser(ASTNodeFactory.RELAXED_STYLE_FACTORY, true).parse(line);
    } catch (SyntaxError e) {
      int column = Math.min(e.getStartOffset() + 1, line.length());
      throw new ExpressionException(column, "not in Symja's syntax: " + e.getError());
    } catch (IndexOutOfBoundsException e) {
      // The scanner runs past the end of some incomplete texts.
      throw new ExpressionException(line.length(), "not in Symja's syntax");
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
    refuseDeepNesting(text);
    refuseMisreadNumbers(text);
  }

  private static void refuseDeepNesting(String text) throws ExpressionException {
    int depth = 0;
    for (int k = 0; k < text.length(); k++) {
      char character = text.charAt(k);
      depth += "([{".indexOf(character) >= 0 ? 1 : 0;
      depth -= ")]}".indexOf(character) >= 0 ? 1 : 0;
      if (depth > DEEPEST) {
        throw new ExpressionException(k + 1, "more than " + DEEPEST + " brackets are open");
      }
    }
  }

  private static void refuseMisreadNumbers(String text) throws ExpressionException {
    Matcher number = E_NOTATION.matcher(text);
    if (number.find()) {
      String better = number.group(1) + "*^" + number.group(2);
      throw new ExpressionException(
          number.start() + 1,
          "Symja would read '" + number.group() + "' with e as a symbol; write " + better);
    }
    Matcher points = TWO_POINTS.matcher(text);
    if (points.find()) {
      throw new ExpressionException(points.start() + 1, "'" + points.group() + "' is no number");
    }
    Matcher exponent = HUGE_EXPONENT.matcher(text);
    if (exponent.find()) {
      throw new ExpressionException(exponent.start() + 1, "no double has so large an exponent");
    }
  }
}
