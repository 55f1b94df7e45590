package io.github.flowcert.word;

import java.util.Optional;

/**
 * A polynomial with its shape.
 *
 * @param shape empty for multiples of the identity whose size follows from where they stand
 */
record Shaped(Polynomial polynomial, Optional<Shape> shape) {

  Shaped plus(Shaped other, String text) throws WordException {
    return new Shaped(polynomial.plus(other.polynomial), common(other, text));
  }

  /** The shape of two matrices that are added or compared. */
  Optional<Shape> common(Shaped other, String text) throws WordException {
    Optional<Shape> known = shape.isPresent() ? shape : other.shape;
    boolean both = shape.isPresent() && other.shape.isPresent();
    boolean fits = both ? shape.equals(other.shape) : fitsIdentity(known, other);
    if (!fits) {
      throw new WordException(
          "shapes do not fit in '" + text + "': " + words() + " and " + other.words());
    }
    return known;
  }

  private boolean fitsIdentity(Optional<Shape> known, Shaped other) {
    Polynomial bare = (shape.isPresent() ? other : this).polynomial;
    return known.isEmpty() || known.get().isSquare() || bare.isZero();
  }

  Shaped times(Shaped other, String text) throws WordException {
    boolean fits =
        shape.isEmpty()
            || other.shape.isEmpty()
            || shape.get().columns().equals(other.shape.get().rows());
    if (!fits) {
      throw new WordException(
          "shapes do not fit in '" + text + "': " + words() + " times " + other.words());
    }
    Optional<Shape> product =
        shape.isPresent() && other.shape.isPresent()
            ? Optional.of(new Shape(shape.get().rows(), other.shape.get().columns()))
            : shape.or(other::shape);
    return new Shaped(polynomial.times(other.polynomial), product);
  }

  void requireSquare(String text) throws WordException {
    if (shape.isPresent() && !shape.get().isSquare()) {
      throw new WordException("'" + text + "' is " + words() + "; expected a square matrix");
    }
  }

  private String words() {
    return shape.map(Shape::toString).orElse("a multiple of the identity");
  }
}
