package io.github.flowcert.casefile;

/** A claim that a case file asks for. */
public sealed interface ClaimRequest {

  /** Identifier under which the verdict is reported. */
  String id();

  /** A claim of the catalogue, or a family of them such as {@code theorem-1}. */
  record Named(String id) implements ClaimRequest {}

  /**
   * A claim of the user's own.
   *
   * @param id its identifier
   * @param expression a comparison in Symja's input syntax
   * @param when a condition under which it is claimed; null where it is claimed always
   */
  record Custom(String id, String expression, String when) implements ClaimRequest {}
}
