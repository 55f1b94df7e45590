package io.github.flowcert.falsify;

import io.github.flowcert.yaml.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Work on several threads whose outcome does not depend on how many they are.
 *
 * @param threads where tasks run; the caller's own
 */
record Workers(ExecutorService threads) {

  /** The outcomes of tasks, in the order of the tasks. */
  <T> List<T> all(List<Callable<T>> tasks) throws InputException, InterruptedException {
    List<T> outcomes = new ArrayList<>();
    for (Future<T> future : threads.invokeAll(tasks)) {
      try {
        outcomes.add(future.get());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof InputException problem) {
          throw problem;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
    return outcomes;
  }
}
