package io.github.flowcert.sweep;

import io.github.flowcert.result.SweepHeader;
import io.github.flowcert.result.SweepRecord;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The results of all cases of a sweep, from one journal or several, in the order of the cases. */
public final class Results {
  private final SweepHeader header;
  private final List<JournalFile.Place> places;

  private Results(SweepHeader header, List<JournalFile.Place> places) {
    this.header = header;
    this.places = places;
  }

  /**
   * The results in a journal.
   *
   * @throws InputException if it is not whole
   * @throws IOException if it cannot be read
   */
  public static Results of(Path journal) throws InputException, IOException {
    return merged(List.of(journal));
  }

  /**
   * The results in the journals of some folders, be it a sweep's own folder or the output folder
   * that it lies in.
   *
   * @throws InputException if a folder has no journal, they are not of the same sweep, or a case is
   *     missing
   * @throws IOException if one cannot be read
   */
  public static Results in(List<Path> folders) throws InputException, IOException {
    List<Path> journals = new ArrayList<>();
    for (Path folder : folders) {
      List<Path> found = journalsIn(folder);
      if (found.isEmpty()) {
        throw new InputException(
            folder + ": no results of a sweep; expected the folder that --shard wrote to");
      }
      journals.addAll(found);
    }
    return merged(journals);
  }

  private static List<Path> journalsIn(Path folder) throws InputException, IOException {
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          folder + ": no such folder; expected the folder that --shard wrote to");
    }
    try (Stream<Path> files =
        Files.find(folder, 2, (path, facts) -> path.toString().endsWith(".journal"))) {
      return files.sorted().toList();
    }
  }

  private static Results merged(List<Path> journals) throws InputException, IOException {
    SweepHeader header = header(journals);
    JournalFile.Place[] places = new JournalFile.Place[header.cases()];
    for (Path each : journals) {
      new JournalFile(each)
          .visit(
              (record, place) -> {
                // Shards may overlap; of a case's results any is as good as another, if it has one.
                if (places[record.index()] == null || !record.failed()) {
                  places[record.index()] = place;
                }
              });
    }
    long missing = Arrays.stream(places).filter(place -> place == null).count();
    if (missing > 0) {
      throw new InputException(
          header.sweep()
              + ": "
              + missing
              + " of "
              + places.length
              + " cases have no result yet; expected the folders of all shards, run to their ends");
    }
    return new Results(header, List.of(places));
  }

  private static SweepHeader header(List<Path> journals) throws InputException, IOException {
    SweepHeader first = null;
    for (Path each : journals) {
      Optional<SweepHeader> header = new JournalFile(each).header();
      if (header.isEmpty()) {
        throw new InputException(each + ": no journal of a sweep; expected one that --shard wrote");
      }
      first = first == null ? header.get() : first;
      if (!header.get().plan().equals(first.plan())) {
        throw new InputException(
            each
                + ": results of '"
                + header.get().sweep()
                + "' that do not belong to those in "
                + journals.get(0)
                + "; expected shards of one sweep, build and seed");
      }
    }
    return first;
  }

  /** What these are results of. */
  public SweepHeader header() {
    return header;
  }

  /** The records, read as they are asked for. */
  Stream<SweepRecord> records() {
    return places.stream().map(JournalFile.Place::read);
  }
}
