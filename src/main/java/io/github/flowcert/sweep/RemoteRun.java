package io.github.flowcert.sweep;

import io.github.flowcert.result.SweepLines;
import io.github.flowcert.result.SweepRecord;
import io.github.flowcert.yaml.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** Hands out the cases of a plan to other machines, and keeps what comes back, each case once. */
public final class RemoteRun implements Closeable {
  private final Plan plan;
  private final Plan.Remaining remaining;
  private final Journal journal;
  private final Consumer<SweepRecord> progress;
  private final BitSet kept = new BitSet();

  /**
   * A run.
   *
   * @param progress is told of each case that has ended and been kept
   * @throws IOException if results cannot be kept
   */
  public RemoteRun(Plan plan, Consumer<SweepRecord> progress) throws IOException {
    this.plan = plan;
    this.remaining = plan.remainingCases();
    this.journal = plan.open();
    this.progress = progress;
  }

  /**
   * The next cases, at most so many; none where all have been handed out.
   *
   * @throws InputException if a case has become unreadable
   */
  public List<RemoteTask> next(int most) throws InputException {
    List<RemoteTask> tasks = new ArrayList<>();
    while (tasks.size() < most) {
      Plan.Task task = remaining.next();
      if (task == null) {
        break;
      }
      tasks.add(plan.remote(task));
    }
    return tasks;
  }

  /**
   * Keeps what came of a case, unless that is kept already.
   *
   * @throws IOException if it cannot be kept
   */
  public synchronized void keep(String line) throws IOException {
    SweepRecord record =
        SweepLines.record(line.stripTrailing())
            .orElseThrow(() -> new IOException("a result came back damaged"));
    if (!kept.get(record.index())) {
      kept.set(record.index());
      journal.append(record);
      progress.accept(record);
    }
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
