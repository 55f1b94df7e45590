package io.github.flowcert.spark;

import io.github.flowcert.sweep.RemoteRun;
import io.github.flowcert.sweep.RemoteTask;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** Verifies the cases of a sweep on the workers of a Spark cluster, a task each. */
public final class SparkRun {
  /** Cases handed over at a time, so that memory does not grow with the sweep. */
  private static final int MOST_TASKS = 10_000;

  private SparkRun() {}

  /**
   * Verifies all cases that remain. What comes back is kept as it comes; Spark repeats the cases
   * that a lost worker had.
   *
   * @param master the master's address, as in {@code spark://host:7077}
   * @throws InputException if a case has become unreadable
   * @throws IOException if a result cannot be kept
   */
  public static void run(String master, RemoteRun run) throws InputException, IOException {
    try (JavaSparkContext context = new JavaSparkContext(configured(master))) {
      for (List<RemoteTask> tasks = run.next(MOST_TASKS);
          !tasks.isEmpty();
          tasks = run.next(MOST_TASKS)) {
        verify(context, tasks, run);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void verify(JavaSparkContext context, List<RemoteTask> tasks, RemoteRun run) {
    JavaRDD<String> lines = context.parallelize(tasks, tasks.size()).map(RemoteTask::work);
    Function1<Iterator<String>, String> only =
        (Function1<Iterator<String>, String> & Serializable) Iterator::next;
    Function2<Object, String, BoxedUnit> keep =
        (task, line) -> {
          keep(line, run);
          return BoxedUnit.UNIT;
        };
    ClassTag<String> type = ClassTag$.MODULE$.apply(String.class);
    context.sc().runJob(lines.rdd(), only, keep, type);
  }

  private static void keep(String line, RemoteRun run) {
    try {
      run.keep(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SparkConf configured(String master) {
    return new SparkConf()
        .setMaster(master)
        .setAppName("flowcert sweep")
        .setIfMissing("spark.jars", program().toString())
        // Spark's own libraries are older than those that documents are written with.
        .setIfMissing("spark.executor.userClassPathFirst", "true")
        .setIfMissing("spark.ui.enabled", "false");
  }

  private static Path program() {
    try {
      return Path.of(SparkRun.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
