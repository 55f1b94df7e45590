package io.github.flowcert.word;

import io.github.flowcert.expression.ExpressionException;
import java.util.List;
import java.util.stream.Stream;

/** What can be said of matrices: it is true at all times, or it is false. */
public sealed interface Assertion {

  /** The polynomials in it. */
  Stream<Polynomial> polynomials();

  /**
   * Two matrices are equal, or their traces.
   *
   * @param traces whether only the traces are
   */
  record Equation(Polynomial left, Polynomial right, boolean traces) implements Assertion {
    /** Left side minus right side. */
    public Polynomial difference() {
      return left.minus(right);
    }

    @Override
    public Stream<Polynomial> polynomials() {
      return Stream.of(left, right);
    }

    @Override
    public String toString() {
      return traces ? "Tr(" + left + ") == Tr(" + right + ")" : left + " == " + right;
    }
  }

  /**
   * A matrix is a product of {@code count} factors, each balanced with the next: the empty product
   * is 1 and has {@code first} for its Gram matrix; where V V^T is the Gram matrix of Q, Q V is a
   * product of one factor more, and V^T V its Gram matrix. For balanced W_L, ..., W_1 these are
   * {@code chain(W_L ... W_(l+1), W_L W_L^T, L - l, W_l W_l^T)}.
   *
   * @param first symmetric
   */
  record Chain(Polynomial product, Polynomial first, Exponent count, Polynomial gram)
      implements Assertion {
    @Override
    public Stream<Polynomial> polynomials() {
      return Stream.of(product, first, gram);
    }

    @Override
    public String toString() {
      return "chain(" + product + ", " + first + ", " + count + ", " + gram + ")";
    }
  }

  /** A square matrix has an inverse, at all times that are looked at. */
  record Invertible(String letter) implements Assertion {
    @Override
    public Stream<Polynomial> polynomials() {
      return Stream.of();
    }

    @Override
    public String toString() {
      return "invertible(" + letter + ")";
    }
  }

  /**
   * Reads statements joined with {@code &&}.
   *
   * @throws ExpressionException if the text is not in the syntax
   * @throws WordException if it says nothing about the matrices of the alphabet, or shapes do not
   *     fit
   */
  static List<Assertion> parse(String text, Alphabet alphabet)
      throws ExpressionException, WordException {
    return new AssertionReader(alphabet).read(text);
  }
}
