package io.github.flowcert.word;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.matheclipse.parser.client.ast.ASTNode;
import org.matheclipse.parser.client.ast.FractionNode;
import org.matheclipse.parser.client.ast.FunctionNode;
import org.matheclipse.parser.client.ast.IntegerNode;
import org.matheclipse.parser.client.ast.SymbolNode;

/** Syntax trees into polynomials, with every name and every shape checked. */
final class WordReader {
  private final Alphabet alphabet;

  WordReader(Alphabet alphabet) {
    this.alphabet = alphabet;
  }

  Shaped read(ASTNode node) throws WordException {
    Optional<BigFraction> number = number(node);
    if (number.isPresent()) {
      return new Shaped(Polynomial.of(Word.IDENTITY, number.get()), Optional.empty());
    }
    if (node instanceof SymbolNode symbol) {
      Letter letter = letter(symbol);
      return new Shaped(Polynomial.of(Word.of(letter)), Optional.of(alphabet.shape(letter)));
    }
    if (node instanceof FunctionNode call) {
      return call(call);
    }
    throw new WordException("'" + node + "' is no matrix");
  }

  private Shaped call(FunctionNode call) throws WordException {
    return switch (head(call)) {
      case "plus" -> sum(call);
      case "times" -> product(call, true);
      case "dot" -> product(call, false);
      case "power", "matrixpower" -> power(call);
      case "transpose" -> transpose(only(call));
      case "inverse" -> inverse(only(call));
      case "d" -> derivative(only(call));
      default -> throw new WordException("'" + call + "' is no matrix; expected " + KNOWN);
    };
  }

  private static final String KNOWN =
      "sums, products with '.', powers, Transpose(...), Inverse(...), D(...)";

  private Shaped sum(FunctionNode call) throws WordException {
    Shaped sum = read(call.get(1));
    for (int k = 2; k < call.size(); k++) {
      sum = sum.plus(read(call.get(k)), call.toString());
    }
    return sum;
  }

  private Shaped product(FunctionNode call, boolean commutes) throws WordException {
    Shaped product = read(call.get(1));
    for (int k = 2; k < call.size(); k++) {
      Shaped next = read(call.get(k));
      if (commutes && product.shape().isPresent() && next.shape().isPresent()) {
        throw new WordException("'" + call + "' multiplies matrices with '*'; expected '.'");
      }
      product = product.times(next, call.toString());
    }
    return product;
  }

  private Shaped power(FunctionNode call) throws WordException {
    Shaped base = read(call.get(1));
    base.requireSquare(call.toString());
    Exponent exponent = exponent(call.get(2));
    if (!exponent.isNatural()) {
      throw new WordException("the exponent in '" + call + "' may be negative");
    }
    return new Shaped(Powers.of(base.polynomial(), exponent), base.shape());
  }

  private Shaped transpose(ASTNode node) throws WordException {
    Shaped of = read(node);
    return new Shaped(of.polynomial().transpose(), of.shape().map(Shape::transpose));
  }

  private Shaped derivative(ASTNode node) throws WordException {
    Shaped of = read(node);
    return new Shaped(of.polynomial().derivative(), of.shape());
  }

  private Shaped inverse(ASTNode node) throws WordException {
    if (!(node instanceof SymbolNode symbol)
        || !alphabet.letters().containsKey(lower(symbol))
        || !alphabet.letters().get(lower(symbol)).invertible()) {
      throw new WordException("'" + node + "' is not declared to be invertible");
    }
    Letter inverse = letter(symbol).inverted();
    return new Shaped(Polynomial.of(Word.of(inverse)), Optional.of(alphabet.shape(inverse)));
  }

  Exponent exponent(ASTNode node) throws WordException {
    Optional<BigFraction> number = number(node);
    if (number.isPresent() && number.get().getDenominator().equals(BigInteger.ONE)) {
      return Exponent.of(number.get().getNumerator().intValueExact());
    }
    if (node instanceof SymbolNode symbol && alphabet.naturals().contains(lower(symbol))) {
      return Exponent.named(lower(symbol));
    }
    if (node instanceof FunctionNode call && head(call).equals("plus")) {
      Exponent sum = Exponent.ZERO;
      for (int k = 1; k < call.size(); k++) {
        sum = sum.plus(exponent(call.get(k)));
      }
      return sum;
    }
    throw new WordException(
        "the exponent '" + node + "' is no sum of numbers and of " + alphabet.naturals());
  }

  private static Optional<BigFraction> number(ASTNode node) {
    if (node instanceof IntegerNode) {
      return Optional.of(new BigFraction(new BigInteger(node.toString())));
    }
    if (node instanceof FractionNode fraction) {
      BigFraction size =
          new BigFraction(
              new BigInteger(fraction.getNumerator().toString()),
              new BigInteger(fraction.getDenominator().toString()));
      return Optional.of(fraction.isSign() ? size.negate() : size);
    }
    return Optional.empty();
  }

  private Letter letter(SymbolNode symbol) throws WordException {
    return alphabet
        .letter(lower(symbol))
        .orElseThrow(
            () ->
                new WordException(
                    "unknown matrix '"
                        + symbol
                        + "'; expected one of "
                        + alphabet.letters().keySet()));
  }

  private static ASTNode only(FunctionNode call) throws WordException {
    if (call.size() != 2) {
      throw new WordException("'" + call + "' has " + (call.size() - 1) + " arguments; expected 1");
    }
    return call.get(1);
  }

  static String head(FunctionNode call) {
    return call.get(0).toString().toLowerCase(Locale.ROOT);
  }

  private static String lower(SymbolNode symbol) {
    return symbol.getString().toLowerCase(Locale.ROOT);
  }
}
