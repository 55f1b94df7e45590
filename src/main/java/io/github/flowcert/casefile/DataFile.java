package io.github.flowcert.casefile;

import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A matrix in a CSV file beside a case file: a line for each row, numbers parted by commas, no
 * titles. Blank lines and lines that begin with {@code #} are skipped.
 */
final class DataFile {
  private static final int GLANCE = 1 << 16;
  private static final double LARGEST = 1e100;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .setIgnoreSurroundingSpaces(true)
          .get();

  private final YamlNode node;
  private final Path file;

  private DataFile(YamlNode node, Path file) {
    this.node = node;
    this.file = file;
  }

  /**
   * The rows of the matrix in the file that a node of a case file names.
   *
   * @throws InputException if there is no such file, something in it is no finite number, rows have
   *     different lengths, or there would not be memory enough
   */
  static double[][] read(YamlNode node) throws InputException {
    String name = node.text("the path of a CSV file");
    Path folder = node.origin().toAbsolutePath().getParent();
    DataFile data = new DataFile(node, folder.resolve(name).normalize());
    try {
      data.refuseTooLarge();
      return data.rows();
    } catch (IOException | UncheckedIOException e) {
      throw node.problem(
          "cannot read " + data.file + " (" + e.getMessage() + "); expected a CSV file of numbers");
    }
  }

  /** How many numbers there are is judged from the length of the first ones. */
  private void refuseTooLarge() throws IOException, InputException {
    long size = Files.size(file);
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] glance = stream.readNBytes(GLANCE);
      long numbers = 0;
      for (byte each : glance) {
        numbers += each == ',' || each == '\n' ? 1 : 0;
      }
      double all = glance.length == 0 ? 0 : (double) Math.max(1, numbers) * size / glance.length;
      Memory.refuse(node, file + " has about ", all);
    }
  }

  private double[][] rows() throws IOException, InputException {
    List<double[]> rows = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = FORMAT.parse(reader)) {
      for (CSVRecord each : parser) {
        rows.add(row(each, parser.getCurrentLineNumber()));
        int first = rows.get(0).length;
        if (each.size() != first) {
          throw wrong(
              parser.getCurrentLineNumber(),
              "found " + each.size() + " numbers; expected " + first + ", as in the first row");
        }
      }
    }
    if (rows.isEmpty()) {
      throw new InputException(file + ": no numbers; expected a line for each row of the matrix");
    }
    return rows.toArray(double[][]::new);
  }

  private double[] row(CSVRecord row, long line) throws InputException {
    double[] numbers = new double[row.size()];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = number(withoutMark(row.get(k)), line, k + 1);
    }
    return numbers;
  }

  /** Some spreadsheets put a byte order mark before the first number. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private double number(String text, long line, int column) throws InputException {
    String place = "column " + column + ": ";
    if (text.isBlank()) {
      throw wrong(line, place + "a value is missing; expected a finite number");
    }
    try {
      double value = new BigDecimal(text).doubleValue();
      if (Math.abs(value) <= LARGEST) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(line, place + "found '" + shown(text) + "'; expected a finite number");
    }
    throw wrong(
        line, place + "found " + shown(text) + "; expected a finite number, at most 1e100 in size");
  }

  private static String shown(String text) {
    String line = text.replaceAll("(\\R|\\p{Cntrl})+", " ");
    return line.length() > 40 ? line.substring(0, 40) + "..." : line;
  }

  private InputException wrong(long line, String message) {
    return new InputException(file + ":" + line + ": " + message);
  }
}
