package io.github.flowcert.expression;

import java.util.Collection;
import java.util.TreeSet;

/** Wording of error messages. */
final class Words {
  private Words() {}

  /** The names in alphabetical order, separated by commas. */
  static String listed(Collection<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }
}
