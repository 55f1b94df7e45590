package io.github.flowcert.report.export;

import io.github.flowcert.report.Numbers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Text in Markdown, with GitHub's tables. */
final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~]");

  private final StringBuilder text = new StringBuilder();

  Markdown heading(int level, String words) {
    text.append("#".repeat(level)).append(' ').append(words).append("\n\n");
    return this;
  }

  /** A list, or a word where there are no items. */
  Markdown list(List<String> items, String otherwise) {
    items.forEach(item -> text.append("- ").append(item).append('\n'));
    text.append(items.isEmpty() ? otherwise + "\n\n" : "\n");
    return this;
  }

  /** A table under a heading, columns of numbers to the right; nothing where there are no rows. */
  Markdown table(String title, List<String> header, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      heading(2, title);
      line(header);
      line(IntStream.range(0, header.size()).mapToObj(column -> rule(column, rows)).toList());
      rows.forEach(this::line);
      text.append('\n');
    }
    return this;
  }

  private static String rule(int column, List<List<String>> rows) {
    boolean numbers =
        rows.stream()
            .map(row -> row.get(column))
            .filter(cell -> !cell.isEmpty())
            .map(cell -> cell.matches("-?\\d.*"))
            .reduce(Boolean::logicalAnd)
            .orElse(false);
    return numbers ? "---:" : "---";
  }

  private void line(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** Words in one line that mean nothing but themselves. */
  static String escaped(String words) {
    return SPECIAL
        .matcher(words.replaceAll("\\s+", " "))
        .replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
  }

  /** A number as people read it; nothing where there is none. */
  static String number(Double value) {
    return value == null ? "" : Numbers.show(value);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
