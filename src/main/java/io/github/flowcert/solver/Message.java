package io.github.flowcert.solver;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The lines that go between this program and a solver's process. */
final class Message {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Message() {}

  /** A question: a script, and when to give up. */
  record Question(String script, int milliseconds) {}

  /**
   * An answer.
   *
   * @param kind sat, unsat, unknown, or refused where the script was not understood
   * @param reason why it is unknown or refused; else empty
   * @param model values of the constants, if it is sat
   */
  record Reply(String kind, String reason, Map<String, String> model) {}

  static String write(Object message) {
    return MAPPER.writeValueAsString(message);
  }

  static <T> T read(String line, Class<T> type) {
    return MAPPER.readValue(line, type);
  }
}
