package io.github.flowcert.result;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;

/**
 * Lines of a sweep's journal: a checksum in eight hexadecimal digits, a blank, and JSON. A line
 * that was written in part or damaged is no line.
 */
public final class SweepLines {
  private static final int CHECKSUM = 8;

  private SweepLines() {}

  /** The line of a header, with its line break. */
  public static String line(SweepHeader header) {
    return lineOf(header);
  }

  /** The line of a record, with its line break. */
  public static String line(SweepRecord record) {
    return lineOf(record);
  }

  /** The header on a line, which may be null; empty where there is none. */
  public static Optional<SweepHeader> header(String line) {
    return parsed(line, SweepHeader.class)
        .filter(header -> SweepHeader.SCHEMA.equals(header.schema()));
  }

  /** The record on a line; empty where there is none. */
  public static Optional<SweepRecord> record(String line) {
    return parsed(line, SweepRecord.class);
  }

  private static String lineOf(Object value) {
    String json =
        Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    return checksum(json) + " " + json + "\n";
  }

  private static <T> Optional<T> parsed(String line, Class<T> type) {
    if (line == null || line.length() <= CHECKSUM + 1) {
      return Optional.empty();
    }
    String json = line.substring(CHECKSUM + 1);
    if (!line.startsWith(checksum(json) + " ")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readValue(json, type));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", crc.getValue());
  }
}
