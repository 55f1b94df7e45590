package io.github.flowcert.sweep;

import io.github.flowcert.result.SweepHeader;
import io.github.flowcert.result.SweepRecord;
import io.github.flowcert.verify.Build;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is to be done of a sweep, and what is done already. */
public final class Plan {
  private final Sweep sweep;
  private final Shard shard;
  private final Long seed;
  private final JournalFile journal;
  private final BitSet done = new BitSet();
  private final List<Kept> kept = new ArrayList<>();
  private SweepHeader header;

  private record Kept(JournalFile.Place place, int index, List<Integer> choices) {}

  private Plan(Sweep sweep, Shard shard, Long seed, Path folder) {
    this.sweep = sweep;
    this.shard = shard;
    this.seed = seed;
    this.journal = new JournalFile(folder.resolve(shard.fileName()));
  }

  /**
   * Goes through all cases: reads those that have no result yet, and finds the results of others.
   *
   * @param folder where results of this sweep are kept
   * @param seed seed for random starts in place of the cases' own; null for none
   * @throws InputException if something in a case cannot be right
   * @throws IOException if results cannot be read
   */
  public static Plan make(Sweep sweep, Shard shard, Long seed, CaseWork work, Path folder)
      throws InputException, IOException {
    Plan plan = new Plan(sweep, shard, seed, folder);
    plan.walk(work, plan.earlier());
    return plan;
  }

  /** Results that stand in the journal; those that failed inside are tried again. */
  private Map<String, JournalFile.Place> earlier() throws IOException {
    Map<String, JournalFile.Place> places = new HashMap<>();
    if (Files.exists(journal.path())) {
      journal.visit(
          (record, place) -> {
            if (!record.failed()) {
              places.put(record.key(), place);
            }
          });
    }
    return places;
  }

  private void walk(CaseWork work, Map<String, JournalFile.Place> earlier) throws InputException {
    MessageDigest digest = sha256();
    int count = 0;
    for (Sweep.Cases cases = sweep.cases(); cases.hasNext(); count++) {
      SweepCase each = cases.next();
      String key = key(each);
      digest.update(key.getBytes(StandardCharsets.UTF_8));
      JournalFile.Place place = earlier.get(key);
      if (place == null) {
        work.read(each);
      } else if (shard.contains(each.index())) {
        done.set(each.index());
        kept.add(new Kept(place, each.index(), each.choices()));
      }
    }
    header = header(count, HexFormat.of().formatHex(digest.digest(), 0, 16));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private SweepHeader header(int count, String plan) {
    List<SweepHeader.Axis> axes = new ArrayList<>();
    for (Axis axis : sweep.axes()) {
      List<String> labels = axis.values().stream().map(AxisValue::label).toList();
      axes.add(
          new SweepHeader.Axis(
              axis.name(), axis.title(), axis.path().text(), sweep.groupOf(axis), labels));
    }
    return new SweepHeader(
        SweepHeader.SCHEMA,
        sweep.name(),
        sweep.about(),
        sweep.file().toString(),
        sweep.texts().sweep(),
        sweep.texts().base(),
        Build.version(),
        Build.commit(),
        seed,
        count,
        plan,
        axes);
  }

  /** The number of cases that are still to be verified. */
  public int remaining() {
    return wanted() - done.cardinality();
  }

  /** The number of cases whose results were found. */
  public int found() {
    return done.cardinality();
  }

  private int wanted() {
    int all = header.cases();
    return (int) IntStream.range(0, all).filter(shard::contains).count();
  }

  /** The journal, with the results that were found; further ones are to be added. */
  Journal open() throws IOException {
    return Journal.replace(journal.path(), header, this::writeKept);
  }

  private void writeKept(Journal into) throws IOException {
    for (Kept each : kept) {
      SweepRecord record = each.place.read();
      into.append(record.at(each.index, each.choices));
    }
  }

  /** The file of the journal. */
  public Path journal() {
    return journal.path();
  }

  /** The cases that are still to be verified, for several threads. */
  Remaining remainingCases() {
    return new Remaining();
  }

  /** A case with what tells its result from any other. */
  record Task(SweepCase from, String key) {}

  /** Hands out cases. */
  final class Remaining {
    private final Sweep.Cases cases = sweep.cases();

    /** The next case; null where all have been handed out. */
    synchronized Task next() throws InputException {
      while (cases.hasNext()) {
        SweepCase each = cases.next();
        if (shard.contains(each.index()) && !done.get(each.index())) {
          return new Task(each, key(each));
        }
      }
      return null;
    }
  }

  RemoteTask remote(Task task) {
    return RemoteTask.of(task, seed);
  }

  private String key(SweepCase each) {
    return each.key(Build.identity(), seed);
  }
}
