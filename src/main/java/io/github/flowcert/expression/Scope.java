package io.github.flowcert.expression;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader knows about the text it reads.
 *
 * @param text the text, to point into
 * @param vocabulary the quantities it may mention
 * @param definitions names that stand for terms
 */
record Scope(String text, Vocabulary vocabulary, Map<String, Term> definitions) {

  /** An error at the first place where this name stands; Symja's syntax tree has no positions. */
  ExpressionException errorAt(String name, String message) {
    Pattern word =
        Pattern.compile(
            "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])", Pattern.CASE_INSENSITIVE);
    Matcher place = word.matcher(text);
    return new ExpressionException(place.find() ? place.start() + 1 : 1, message);
  }

  /** Symja's relaxed syntax ignores case but for one-letter names; here it is ignored for all. */
  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
