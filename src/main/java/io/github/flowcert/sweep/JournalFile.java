package io.github.flowcert.sweep;

import io.github.flowcert.result.SweepHeader;
import io.github.flowcert.result.SweepLines;
import io.github.flowcert.result.SweepRecord;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads journals: a header, and a line for each case that has ended. */
final class JournalFile {
  private final Path path;

  JournalFile(Path path) {
    this.path = path;
  }

  /** Where a line stands. */
  record Place(JournalFile file, long offset, int length) {

    /** The record that stands there. */
    SweepRecord read() {
      return file.read(this);
    }
  }

  /** Is told of each record, in the order of the file. */
  interface Visitor {
    void visit(SweepRecord record, Place place);
  }

  Path path() {
    return path;
  }

  /** The header; empty where the file is missing or has none. */
  Optional<SweepHeader> header() throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      return SweepLines.header(new Lines(in).next());
    }
  }

  /** Goes through all whole records; what was written in part is passed over. */
  void visit(Visitor visitor) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      Lines lines = new Lines(in);
      long offset = 0;
      for (String line = lines.next(); line != null; line = lines.next()) {
        Place place = new Place(this, offset, lines.length());
        SweepLines.record(line).ifPresent(record -> visitor.visit(record, place));
        offset += lines.length() + 1;
      }
    }
  }

  private SweepRecord read(Place place) {
    ByteBuffer bytes = ByteBuffer.allocate(place.length);
    try (FileChannel channel = FileChannel.open(path)) {
      long offset = place.offset;
      while (bytes.hasRemaining()) {
        int read = channel.read(bytes, offset);
        if (read < 0) {
          throw new IOException(path + ": ends early");
        }
        offset += read;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SweepLines.record(new String(bytes.array(), StandardCharsets.UTF_8))
        .orElseThrow(() -> new IllegalStateException(path + " has changed while it was read"));
  }

  /** Lines that end with a line break; what follows the last is none. */
  private static final class Lines {
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Lines(InputStream in) {
      this.in = in;
    }

    /** The next line; null where there is none. */
    String next() throws IOException {
      line.reset();
      for (int each = in.read(); each >= 0; each = in.read()) {
        if (each == '\n') {
          return line.toString(StandardCharsets.UTF_8);
        }
        line.write(each);
      }
      return null;
    }

    /** The bytes of that line, without the line break. */
    int length() {
      return line.size();
    }
  }
}
