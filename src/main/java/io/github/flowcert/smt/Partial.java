package io.github.flowcert.smt;

/**
 * A term that has a value only under a condition: a quotient, a root, a logarithm.
 *
 * @param obligation the condition, as an assertion
 * @param definition what the constant that stands for the term satisfies where the condition holds;
 *     {@code true} where nothing is known of it
 */
public record Partial(String obligation, String definition) {

  /** The definition where the condition is known to hold only in some cases. */
  public String guarded() {
    return definition.equals("true") ? "true" : "(=> " + obligation + " " + definition + ")";
  }
}
