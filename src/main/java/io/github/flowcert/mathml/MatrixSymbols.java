package io.github.flowcert.mathml;

import java.util.List;
import java.util.Optional;

/** How the letters of statements about matrices are typeset, and what they stand for. */
final class MatrixSymbols {
  private static final List<MatrixSymbol> ALL =
      List.of(
          symbol("w", "<mi>W</mi>", "the product matrix W_L ... W_1"),
          symbol("factor", product("l"), "one of the factors, of number l = b + 1"),
          symbol("suffix", product("L:l+1"), "the product W_L ... W_(l+1) of the factors after it"),
          symbol("prefix", product("l−1:1"), "the product W_(l-1) ... W_1 of those before it"),
          symbol("next", product("l+1"), "the factor after it"),
          symbol("after", product("L:l+2"), "the product W_L ... W_(l+2)"),
          symbol(
              "g",
              "<mrow><mo>∇</mo><mi>ℓ</mi></mrow>",
              "the gradient of the loss at the product matrix"),
          symbol("n", "<mi>N</mi>", "W_L times its transpose"),
          symbol("m", "<mi>M</mi>", "the transpose of W_1 times W_1"),
          symbol("a", "<mi>a</mi>", "L - l, any natural number"),
          symbol("b", "<mi>b</mi>", "l - 1, any natural number"),
          symbol("u", "<mi>u</mi>", "a left singular vector of the product matrix"),
          symbol("v", "<mi>v</mi>", "a right singular vector of the product matrix"),
          symbol("sigma", "<mi>σ</mi>", "its singular value"),
          symbol("rho", "<mi>ρ</mi>", "the L-th root of the square of its singular value"),
          symbol("part", "<mi>Q</mi>", "a product of k factors, each balanced with the next"),
          symbol("k", "<mi>k</mi>", "a natural number"),
          symbol("gram", "<mi>H</mi>", "the Gram matrix at the end of Q"),
          symbol("before", "<mi>V</mi>", "a factor that may follow Q"),
          symbol(
              "chain",
              "<mrow><mi>chain</mi><mo>(</mo><mi>Q</mi><mo>,</mo><mi>N</mi><mo>,</mo><mi>k</mi>"
                  + "<mo>,</mo><mi>H</mi><mo>)</mo></mrow>",
              "Q is a product of k factors, each balanced with the next; N and H are the Gram"
                  + " matrices at its two ends"));

  private MatrixSymbols() {}

  static List<MatrixSymbol> all() {
    return ALL;
  }

  static Optional<MatrixSymbol> named(String name) {
    return ALL.stream().filter(symbol -> symbol.name().equals(name)).findAny();
  }

  private static MatrixSymbol symbol(String name, String markup, String meaning) {
    return new MatrixSymbol(name, markup, meaning);
  }

  private static String product(String index) {
    return "<msub><mi>W</mi><mtext>" + index + "</mtext></msub>";
  }
}
