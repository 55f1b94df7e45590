package io.github.flowcert.casefile;

import java.util.List;
import java.util.regex.Pattern;

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
   * @param let the definitions of the case that it uses, in order
   */
  record Custom(String id, String expression, String when, List<Let> let) implements ClaimRequest {

    /** Keeps the list from changing. */
    public Custom {
      let = List.copyOf(let);
    }
  }

  /**
   * A definition of the case.
   *
   * @param name a name, in which case does not count
   * @param expression the expression for which it stands, in Symja's input syntax
   */
  record Let(String name, String expression) {

    boolean mentions(String other) {
      return mentions(expression, other);
    }

    /** Whether a name stands in an expression. */
    static boolean mentions(String expression, String name) {
      return Pattern.compile(
              "(?<![A-Za-z0-9$])" + name + "(?![A-Za-z0-9$])", Pattern.CASE_INSENSITIVE)
          .matcher(expression)
          .find();
    }
  }
}
