package io.github.flowcert.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way through the maps and lists of a YAML tree, as in {@code problem.observed[2][1]}; list items
 * count from 1.
 *
 * @param text the path as written
 * @param steps a {@link String} for a key, an {@link Integer} for an item, in turn
 */
public record YamlPath(String text, List<Object> steps) {
  private static final Pattern STEP =
      Pattern.compile("\\G(?:(?:^|\\.)([^.\\[\\]]+)|\\[([1-9]\\d{0,8})])");

  /** Keeps the steps from changing. */
  public YamlPath {
    steps = List.copyOf(steps);
  }

  /** The path of a text; empty where the text is none. */
  public static Optional<YamlPath> parse(String text) {
    List<Object> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    int end = 0;
    while (matcher.find()) {
      steps.add(
          matcher.group(1) == null ? (Object) Integer.valueOf(matcher.group(2)) : matcher.group(1));
      end = matcher.end();
    }
    boolean whole = end == text.length() && !steps.isEmpty() && steps.get(0) instanceof String;
    return whole ? Optional.of(new YamlPath(text, steps)) : Optional.empty();
  }
}
