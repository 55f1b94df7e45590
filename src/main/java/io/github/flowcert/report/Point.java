package io.github.flowcert.report;

/** A point of a curve. */
record Point(double x, double y) {
  boolean isFinite() {
    return Double.isFinite(x) && Double.isFinite(y);
  }
}
