package io.github.flowcert.solver;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;

/**
 * Answers that a solver once gave, in a file with a line for each. An answer counts for the very
 * same text of a script and the very same version of the solver: its key is the SHA-256 of both. A
 * line that was written in part or changed does not count, as its checksum tells. That a solver
 * gave up is not kept. For any number of threads.
 */
public final class AnswerCache implements AutoCloseable {
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final BufferedWriter lines;

  /** A line of the file. */
  private record Line(String key, String kind, Map<String, String> model, String checksum) {
    static Line of(String key, String kind, Map<String, String> model) {
      return new Line(key, kind, model, checksum(key, kind, model));
    }

    boolean isWhole() {
      return key != null
          && kind != null
          && model != null
          && checksum(key, kind, model).equals(checksum);
    }

    private static String checksum(String key, String kind, Map<String, String> model) {
      return sha256(key, kind, Message.write(new TreeMap<>(model)));
    }
  }

  /**
   * The answers in a file, which is made with its folder if it is not there.
   *
   * @throws IOException if it cannot be read or written
   */
  public AnswerCache(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.exists(file)) {
      // Not readAllLines: what is no UTF-8 is a damaged line, and no reason to stop.
      new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().forEach(this::load);
    }
    lines =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    // So that what was cut off spoils itself only.
    lines.newLine();
  }

  private void load(String text) {
    try {
      Line line = Message.read(text, Line.class);
      if (line != null && line.isWhole()) {
        answers.put(
            line.key(),
            line.kind().equals("sat")
                ? new Answer.Satisfiable(line.model())
                : new Answer.Unsatisfiable());
      }
    } catch (JacksonException e) {
      // Damaged: the question will be asked again.
      return;
    }
  }

  /** The answer that this solver gave to this script; empty where it is not known. */
  Optional<Answer> find(String solver, String script) {
    return Optional.ofNullable(answers.get(sha256(solver, script)));
  }

  /** Keeps an answer, unless the solver gave up. */
  void keep(String solver, String script, Answer answer) {
    if (answer instanceof Answer.Unknown) {
      return;
    }
    String key = sha256(solver, script);
    if (answers.putIfAbsent(key, answer) == null) {
      append(
          answer instanceof Answer.Satisfiable satisfiable
              ? Line.of(key, "sat", satisfiable.model())
              : Line.of(key, "unsat", Map.of()));
    }
  }

  private synchronized void append(Line line) {
    try {
      lines.write(Message.write(line));
      lines.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        // With its length, so that no two lists of parts have the same bytes.
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    lines.close();
  }
}
