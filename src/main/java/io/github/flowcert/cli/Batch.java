package io.github.flowcert.cli;

import io.github.flowcert.casefile.Case;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several cases, worked on at a time: one that fails inside does not take the others with it. */
final class Batch {

  /**
   * What a command does with one case.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  interface Work<T> {
    T on(Case each) throws Exception;
  }

  /**
   * What came of the cases.
   *
   * @param documents of those that went well, in the order of the cases
   * @param failures a line for each of the others
   */
  record Outcome<T>(List<T> documents, List<String> failures) {}

  private Batch() {}

  /**
   * Works on all cases.
   *
   * @param threads cases worked on at a time
   * @param out the folder that the work writes to, for messages
   * @throws BadInput if a case failed for what the user can mend
   */
  static <T> Outcome<T> run(List<Case> cases, int threads, Path out, Work<T> work)
      throws BadInput, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (Case each : cases) {
        futures.add(workers.submit(() -> work.on(each)));
      }
      Outcome<T> outcome = new Outcome<>(new ArrayList<>(), new ArrayList<>());
      for (int k = 0; k < futures.size(); k++) {
        try {
          outcome.documents.add(futures.get(k).get());
        } catch (ExecutionException e) {
          outcome.failures.add(cases.get(k).name() + ": " + Problems.inside(e.getCause(), out));
        }
      }
      return outcome;
    } finally {
      workers.shutdownNow();
    }
  }
}
