package io.github.flowcert.sweep;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a sweep: every {@code of}-th case.
 *
 * @param number which part, from 1
 * @param of how many parts there are
 */
public record Shard(int number, int of) {
  /** The whole sweep. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,6})/([1-9]\\d{0,6})");

  /** The part that a text as in {@code 3/8} names; empty where it names none. */
  public static Optional<Shard> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Shard shard = new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    return Optional.of(shard).filter(each -> each.number <= each.of);
  }

  boolean contains(int index) {
    return index % of == number - 1;
  }

  /** The file in which its results are kept. */
  String fileName() {
    return of == 1 ? "cases.journal" : "shard-" + number + "-of-" + of + ".journal";
  }
}
