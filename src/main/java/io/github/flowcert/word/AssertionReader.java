package io.github.flowcert.word;

import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.matheclipse.parser.client.ast.ASTNode;
import org.matheclipse.parser.client.ast.FunctionNode;
import org.matheclipse.parser.client.ast.IntegerNode;

/** Texts into assertions. */
final class AssertionReader {
  private final Alphabet alphabet;
  private final WordReader words;

  AssertionReader(Alphabet alphabet) {
    this.alphabet = alphabet;
    this.words = new WordReader(alphabet);
  }

  List<Assertion> read(String text) throws ExpressionException, WordException {
    List<Assertion> assertions = new ArrayList<>();
    collect(Syntax.parse(text), assertions);
    return List.copyOf(assertions);
  }

  private void collect(ASTNode node, List<Assertion> assertions) throws WordException {
    FunctionNode call = call(node);
    switch (WordReader.head(call)) {
      case "and" -> {
        for (int k = 1; k < call.size(); k++) {
          collect(call.get(k), assertions);
        }
      }
      case "equal" -> assertions.add(equation(call));
      case "chain" -> assertions.add(chain(call));
      case "invertible" -> assertions.add(invertible(call));
      default -> throw noStatement(node);
    }
  }

  private static FunctionNode call(ASTNode node) throws WordException {
    if (node instanceof FunctionNode call) {
      return call;
    }
    throw noStatement(node);
  }

  private static WordException noStatement(ASTNode node) {
    return new WordException(
        "'"
            + node
            + "' is no statement about matrices; expected ==, chain(...) or invertible(...)");
  }

  private Assertion equation(FunctionNode call) throws WordException {
    requireArguments(call, 2);
    if (mentionsTrace(call)) {
      return new Assertion.Equation(trace(call.get(1)), trace(call.get(2)), true);
    }
    Shaped left = words.read(call.get(1));
    Shaped right = words.read(call.get(2));
    left.common(right, call.toString());
    return new Assertion.Equation(left.polynomial(), right.polynomial(), false);
  }

  private static boolean mentionsTrace(FunctionNode call) {
    return call.stream()
        .anyMatch(
            part ->
                part instanceof FunctionNode inner
                    && (WordReader.head(inner).equals("tr") || mentionsTrace(inner)));
  }

  /** What is under the trace, in a linear combination of traces. */
  private Polynomial trace(ASTNode node) throws WordException {
    if (node instanceof IntegerNode && node.toString().equals("0")) {
      return Polynomial.ZERO;
    }
    FunctionNode call = call(node);
    return switch (WordReader.head(call)) {
      case "tr" -> traced(call);
      case "plus" -> {
        Polynomial sum = Polynomial.ZERO;
        for (int k = 1; k < call.size(); k++) {
          sum = sum.plus(trace(call.get(k)));
        }
        yield sum;
      }
      case "times" -> trace(call.get(2)).times(factor(call.get(1)));
      default -> throw new WordException("'" + node + "' is no multiple of a trace");
    };
  }

  private BigFraction factor(ASTNode node) throws WordException {
    Polynomial number = words.read(node).polynomial();
    BigFraction value = number.terms().get(Word.IDENTITY);
    if (value == null || number.terms().size() != 1) {
      throw new WordException("'" + node + "' is no number");
    }
    return value;
  }

  private Polynomial traced(FunctionNode call) throws WordException {
    requireArguments(call, 1);
    Shaped of = words.read(call.get(1));
    of.requireSquare(call.get(1).toString());
    if (of.polynomial().terms().containsKey(Word.IDENTITY)) {
      throw new WordException("'" + call + "' depends on the size of an identity matrix");
    }
    return of.polynomial();
  }

  private Assertion chain(FunctionNode call) throws WordException {
    requireArguments(call, 4);
    Shaped product = words.read(call.get(1));
    Shaped first = words.read(call.get(2));
    Shaped gram = words.read(call.get(4));
    first.requireSquare(call.toString());
    gram.requireSquare(call.toString());
    first.times(product, call.toString());
    product.times(gram, call.toString());
    return new Assertion.Chain(
        product.polynomial(), first.polynomial(), words.exponent(call.get(3)), gram.polynomial());
  }

  private Assertion invertible(FunctionNode call) throws WordException {
    requireArguments(call, 1);
    String name = call.get(1).toString();
    Optional<Alphabet.Kind> kind = Optional.ofNullable(alphabet.letters().get(name));
    if (kind.filter(Alphabet.Kind::invertible).isEmpty()) {
      throw new WordException("'" + name + "' is not declared to be invertible");
    }
    return new Assertion.Invertible(name);
  }

  private static void requireArguments(FunctionNode call, int count) throws WordException {
    if (call.size() != count + 1) {
      throw new WordException(
          "'" + call + "' has " + (call.size() - 1) + " parts; expected " + count);
    }
  }
}
