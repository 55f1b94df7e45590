package io.github.flowcert.sweep;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.flowcert.result.SweepHeader;
import io.github.flowcert.result.SweepLines;
import io.github.flowcert.result.SweepRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where results are kept as they end: a line each, in the order in which they end. A process that
 * is killed leaves at most one line in part, which nobody reads.
 */
final class Journal implements Closeable {
  private final FileChannel channel;

  private Journal(FileChannel channel) {
    this.channel = channel;
  }

  /** What a new journal takes over from an old one. */
  interface Kept {
    void writeTo(Journal journal) throws IOException;
  }

  /**
   * Replaces a journal by one with this header, whole or not at all, and opens it.
   *
   * @param kept writes the records that are to be in it from the beginning
   */
  static Journal replace(Path file, SweepHeader header, Kept kept) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      try (Journal journal = open(draft, true)) {
        journal.write(SweepLines.line(header));
        kept.writeTo(journal);
      }
      Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    return open(file, false);
  }

  private static Journal open(Path file, boolean anew) throws IOException {
    return new Journal(
        anew
            ? FileChannel.open(file, WRITE, CREATE, TRUNCATE_EXISTING)
            : FileChannel.open(file, WRITE, APPEND));
  }

  /** Adds a record. It is with the operating system when this returns. */
  void append(SweepRecord record) throws IOException {
    write(SweepLines.line(record));
  }

  private synchronized void write(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
