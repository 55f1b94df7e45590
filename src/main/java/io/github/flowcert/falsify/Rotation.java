package io.github.flowcert.falsify;

/** Rotations of d-dimensional space as products of rotations in the planes of two axes. */
final class Rotation {
  private Rotation() {}

  /** How many angles a rotation of d-dimensional space has. */
  static int angles(int d) {
    return d * (d - 1) / 2;
  }

  /**
   * Turns the columns of a matrix.
   *
   * @param columns d rows, changed in place
   * @param numbers holds the angles
   * @param from index of the first angle
   */
  static void turn(double[][] columns, double[] numbers, int from) {
    int next = from;
    for (int i = 0; i < columns.length; i++) {
      for (int j = i + 1; j < columns.length; j++) {
        turn(columns[i], columns[j], numbers[next]);
        next++;
      }
    }
  }

  private static void turn(double[] one, double[] other, double angle) {
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    for (int k = 0; k < one.length; k++) {
      double turned = cosine * one[k] - sine * other[k];
      other[k] = sine * one[k] + cosine * other[k];
      one[k] = turned;
    }
  }
}
