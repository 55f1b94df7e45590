package io.github.flowcert.casefile;

import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The file {@code u.data} of MovieLens 100K: a line for each rating, with user, item, rating and
 * time of the rating parted by tabs. Users and items are numbered from 1.
 */
final class RatingsFile {
  private static final CSVFormat FORMAT =
      CSVFormat.TDF.builder().setQuote(null).setIgnoreEmptyLines(false).get();

  private static final List<String> COLUMNS = List.of("user", "item", "rating", "time");
  private static final int LARGEST_NUMBER = 1_000_000;
  private static final double LARGEST_RATING = 1e100;

  private final Path file;
  private final List<Rating> ratings = new ArrayList<>();
  private final Map<Long, Long> lines = new HashMap<>();

  private RatingsFile(Path file) {
    this.file = file;
  }

  /**
   * One rating.
   *
   * @param user number of the user, from 1
   * @param item number of the item, from 1
   * @param value the rating
   */
  record Rating(int user, int item, double value) {}

  /**
   * The ratings in a file, in order.
   *
   * @throws InputException if a line is none, or two lines rate the same item by the same user
   * @throws IOException if it cannot be read
   */
  static List<Rating> read(Path file) throws InputException, IOException {
    RatingsFile ratings = new RatingsFile(file);
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
        CSVParser parser = FORMAT.parse(reader)) {
      for (CSVRecord line : parser) {
        ratings.add(line);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (ratings.ratings.isEmpty()) {
      throw new InputException(file + ": no ratings; expected a line for each, as in u.data");
    }
    return List.copyOf(ratings.ratings);
  }

  private void add(CSVRecord line) throws InputException {
    if (line.size() != COLUMNS.size()) {
      throw wrong(
          line,
          Math.min(line.size(), COLUMNS.size()),
          "found "
              + line.size()
              + " values; expected "
              + String.join(", ", COLUMNS)
              + " parted by tabs");
    }
    int user = number(line, 1);
    int item = number(line, 2);
    double value = rating(line);
    Long before = lines.putIfAbsent((long) user << Integer.SIZE | item, line.getRecordNumber());
    if (before != null) {
      throw wrong(
          line,
          2,
          "user "
              + user
              + " rates item "
              + item
              + " again, as in line "
              + before
              + "; expected one rating of an item by a user");
    }
    ratings.add(new Rating(user, item, value));
  }

  private int number(CSVRecord line, int column) throws InputException {
    String expected = "a whole number from 1 to " + LARGEST_NUMBER;
    try {
      int value = Integer.parseInt(line.get(column - 1));
      if (value >= 1 && value <= LARGEST_NUMBER) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw found(line, column, expected);
    }
    throw found(line, column, expected);
  }

  private double rating(CSVRecord line) throws InputException {
    String expected = "a finite number";
    try {
      double value = new BigDecimal(line.get(2)).doubleValue();
      if (Math.abs(value) <= LARGEST_RATING) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw found(line, 3, expected);
    }
    throw found(line, 3, expected + ", at most 1e100 in size");
  }

  private InputException found(CSVRecord line, int column, String expected) {
    String text = line.get(column - 1).replaceAll("(\\R|\\p{Cntrl})+", " ");
    String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
    String is = text.isBlank() ? "a value is missing" : "found '" + shown + "'";
    return wrong(line, column, is + "; expected " + COLUMNS.get(column - 1) + ", " + expected);
  }

  private InputException wrong(CSVRecord line, int column, String message) {
    return new InputException(
        file + ":" + line.getRecordNumber() + ": column " + column + ": " + message);
  }
}
