package io.github.flowcert.result;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Writes files so that a reader finds the old one or the new one, never half of either. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a text in UTF-8, replacing what stood there; missing folders are made.
   *
   * @return the file
   * @throws IOException if it cannot be written; what stood there before then still stands
   */
  public static Path write(Path file, String text) throws IOException {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes, replacing what stood there; missing folders are made.
   *
   * @return the file
   * @throws IOException if it cannot be written; what stood there before then still stands
   */
  public static Path write(Path file, byte[] contents) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // Same folder, as a move is atomic only within one file system. Not createTempFile: that makes
    // files which only their owner may read.
    Path draft = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.write(draft, contents);
      Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    return file;
  }
}
