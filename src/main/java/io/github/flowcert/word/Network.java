package io.github.flowcert.word;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A deep matrix factorization {@code W_L ... W_1} of any depth L along gradient flow, seen at any
 * one of its factors, and the words for it. With {@code L = a + b + 1} and {@code l = b + 1}:
 *
 * <ul>
 *   <li>{@code w} is the product matrix, {@code g} the loss's gradient there, {@code factor} is
 *       W_l, {@code suffix} is W_L ... W_(l+1), {@code prefix} is W_(l-1) ... W_1;
 *   <li>where l is less than L, {@code next} is W_(l+1) and {@code after} is W_L ... W_(l+2);
 *   <li>{@code n} is W_L W_L^T and {@code m} is W_1^T W_1;
 *   <li>{@code u} and {@code v} are singular vectors of the product, {@code sigma} their singular
 *       value, and {@code rho} the L-th root of its square;
 *   <li>{@code part} is a product of k factors of a chain, {@code gram} its Gram matrix, and {@code
 *       before} a factor that may follow.
 * </ul>
 */
public final class Network {
  /** Names of natural numbers. */
  private static final Set<String> NATURALS = Set.of("a", "b", "k");

  /** What holds of every factorization along gradient flow, by name. */
  private static final Map<String, String> FLOW =
      Map.of(
          "product", "w == suffix.factor.prefix",
          "flow", "D(factor) == -Transpose(suffix).g.Transpose(prefix)",
          "split", "suffix == after.next",
          "flow-next", "D(next) == -Transpose(after).g.Transpose(factor.prefix)");

  /** What else holds where neighbouring factors are balanced, W_(j+1)^T W_(j+1) == W_j W_j^T. */
  private static final Map<String, String> BALANCED =
      Map.of(
          "suffix-chain", "chain(suffix, n, a, factor.Transpose(factor))",
          "prefix-chain", "chain(Transpose(prefix), m, b, Transpose(factor).factor)",
          "product-chain", "chain(w, n, a + b + 1, m)",
          "transposed-chain", "chain(Transpose(w), m, a + b + 1, n)");

  private Network() {}

  /**
   * Its letters.
   *
   * @param square whether the product matrix is square, so that it may have an inverse
   */
  public static Alphabet alphabet(boolean square) {
    String e = square ? "d" : "e";
    Map<String, Alphabet.Kind> letters = new LinkedHashMap<>();
    letters.put("w", new Alphabet.Kind(new Shape("d", e), false, square));
    put(letters, "g", "d", e);
    put(letters, "suffix", "d", "p");
    put(letters, "factor", "p", "q");
    put(letters, "prefix", "q", e);
    put(letters, "next", "r", "p");
    put(letters, "after", "d", "r");
    put(letters, "u", "d", "one");
    put(letters, "v", e, "one");
    put(letters, "part", "d", "h");
    put(letters, "before", "h", "j");
    for (List<String> each :
        List.of(
            List.of("n", "d"),
            List.of("m", e),
            List.of("gram", "h"),
            List.of("sigma", "one"),
            List.of("rho", "one"))) {
      Shape shape = new Shape(each.get(1), each.get(1));
      letters.put(each.get(0), new Alphabet.Kind(shape, true, false));
    }
    return new Alphabet(letters, NATURALS);
  }

  private static void put(
      Map<String, Alphabet.Kind> letters, String name, String rows, String columns) {
    letters.put(name, new Alphabet.Kind(new Shape(rows, columns), false, false));
  }

  /** What holds along gradient flow, equation (4), by name. */
  public static Map<String, String> flow() {
    return FLOW;
  }

  /** What holds of balanced factors besides, by name. */
  public static Map<String, String> balanced() {
    return BALANCED;
  }
}
