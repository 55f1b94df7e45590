package io.github.flowcert.report;

/** How values are laid along an axis. */
enum Scale {
  LINEAR,
  LOG10,
  /** Logarithmic, large values left: a falling loss on it runs the way time does. */
  LOG10_FALLING;

  /** Where a value lies on the axis; not finite where it cannot be drawn. */
  double place(double value) {
    return switch (this) {
      case LINEAR -> value;
      case LOG10 -> Math.log10(value);
      case LOG10_FALLING -> -Math.log10(value);
    };
  }
}
