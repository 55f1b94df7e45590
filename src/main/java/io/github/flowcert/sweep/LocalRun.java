package io.github.flowcert.sweep;

import io.github.flowcert.result.SweepRecord;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Verifies the cases of a plan on threads of this process. */
public final class LocalRun {
  private final Plan plan;
  private final CaseWork work;
  private final Consumer<SweepRecord> progress;

  /**
   * A run.
   *
   * @param progress is told of each case that has ended and been kept
   */
  public LocalRun(Plan plan, CaseWork work, Consumer<SweepRecord> progress) {
    this.plan = plan;
    this.work = work;
    this.progress = progress;
  }

  /**
   * Verifies all cases that remain, and keeps each result as its case ends.
   *
   * @throws IOException if a result cannot be kept
   * @throws InputException if a case has become unreadable
   */
  public void run(int threads) throws IOException, InputException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try (Journal journal = plan.open()) {
      Plan.Remaining remaining = plan.remainingCases();
      CompletionService<Void> ending = new ExecutorCompletionService<>(workers);
      for (int k = 0; k < threads; k++) {
        ending.submit(
            () -> {
              work(remaining, journal);
              return null;
            });
      }
      for (int k = 0; k < threads; k++) {
        await(ending.take());
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private void work(Plan.Remaining remaining, Journal journal) throws IOException, InputException {
    for (Plan.Task task = remaining.next(); task != null; task = remaining.next()) {
      SweepRecord record = work.verify(task.from(), task.key());
      journal.append(record);
      progress.accept(record);
    }
  }

  private static void await(Future<?> future)
      throws IOException, InputException, InterruptedException {
    try {
      future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException problem) {
        throw problem;
      }
      if (e.getCause() instanceof InputException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
