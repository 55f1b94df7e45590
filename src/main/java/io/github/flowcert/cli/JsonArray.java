package io.github.flowcert.cli;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The documents of a command, as {@code --json} prints them. */
final class JsonArray {
  private JsonArray() {}

  /** A sole document by itself, any other number of them as an array. */
  static <T> String of(List<T> documents, Function<T, String> text) {
    return documents.size() == 1
        ? text.apply(documents.get(0))
        : documents.stream().map(text).collect(Collectors.joining(",\n", "[", "]"));
  }
}
