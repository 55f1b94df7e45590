package io.github.flowcert.compare;

import io.github.flowcert.descent.DescentLog;
import io.github.flowcert.descent.DescentPoint;
import io.github.flowcert.result.WholeFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Descents of a case that were finished or under way when it was last stored, in a file of its own.
 * A file that is not whole, or of another case, seed or version, counts as none.
 */
public final class Checkpoint {
  private static final long FORM = 1;

  private final Path file;
  private final String key;
  private final long everyNanos;
  private final Map<String, DescentLog> logs = new LinkedHashMap<>();
  private long stored = System.nanoTime();

  private Checkpoint(Path file, String key, long everyNanos) {
    this.file = file;
    this.key = key;
    this.everyNanos = everyNanos;
  }

  /** A key for what the descents of a case depend on. */
  public static String key(String version, Long seed, String caseText) {
    return version
        + "/"
        + seed
        + "/"
        + UUID.nameUUIDFromBytes(caseText.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What was stored in a file.
   *
   * @param key everything on which the descents depend: logs under another key are not used
   * @param everySeconds seconds between two times of storing
   */
  public static Checkpoint at(Path file, String key, double everySeconds) {
    Checkpoint checkpoint = new Checkpoint(file, key, Math.round(everySeconds * 1e9));
    if (Files.exists(file)) {
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        checkpoint.readAll(in);
      } catch (IOException | RuntimeException notWhole) {
        checkpoint.logs.clear();
      }
    }
    return checkpoint;
  }

  /** How the descent of that name stood. */
  Optional<DescentLog> log(String name) {
    return Optional.ofNullable(logs.get(name));
  }

  /**
   * Takes note of how a descent stands, and stores all of them if that is due.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  void put(String name, DescentLog log) {
    logs.put(name, log);
    if (System.nanoTime() - stored >= everyNanos) {
      try {
        WholeFile.write(file, written());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      stored = System.nanoTime();
    }
  }

  /** Removes the file: the case is done. */
  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private byte[] written() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(FORM);
    out.writeUTF(key);
    out.writeInt(logs.size());
    for (Map.Entry<String, DescentLog> each : logs.entrySet()) {
      out.writeUTF(each.getKey());
      write(each.getValue(), out);
    }
    return bytes.toByteArray();
  }

  private void readAll(DataInputStream in) throws IOException {
    if (in.readLong() != FORM || !in.readUTF().equals(key)) {
      return;
    }
    int count = in.readInt();
    for (int k = 0; k < count; k++) {
      logs.put(in.readUTF(), readLog(in));
    }
  }

  private static void write(DescentLog log, DataOutputStream out) throws IOException {
    out.writeInt(log.points().size());
    for (DescentPoint point : log.points()) {
      out.writeLong(point.iteration());
      out.writeDouble(point.time());
      out.writeDouble(point.loss());
      write(point.parameters(), out);
    }
    out.writeUTF(log.stop() == null ? "" : log.stop().name());
    out.writeLong(log.firstRise() == null ? -1 : log.firstRise());
    out.writeLong(log.iteration());
    write(log.memory(), out);
  }

  private static DescentLog readLog(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<DescentPoint> points = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      points.add(
          new DescentPoint(in.readLong(), in.readDouble(), in.readDouble(), readDoubles(in)));
    }
    String stop = in.readUTF();
    long rise = in.readLong();
    return new DescentLog(
        points,
        stop.isEmpty() ? null : DescentLog.Stop.valueOf(stop),
        rise < 0 ? null : rise,
        in.readLong(),
        readDoubles(in));
  }

  private static void write(double[] values, DataOutputStream out) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static double[] readDoubles(DataInputStream in) throws IOException {
    double[] values = new double[in.readInt()];
    for (int k = 0; k < values.length; k++) {
      values[k] = in.readDouble();
    }
    return values;
  }
}
