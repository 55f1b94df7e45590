package io.github.flowcert.cli;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/** One line on the terminal with the share of the work that is done and an estimate of the rest. */
final class ProgressLine implements AutoCloseable {
  private static final int PARTS = 1000;

  private final ProgressBar bar;
  private final Map<String, Long> done = new ConcurrentHashMap<>();

  private ProgressLine(ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * A line for so many cases; silent where there is no terminal, or silence is wanted.
   *
   * @param task what is being done
   */
  static ProgressLine of(String task, int cases, boolean silent) {
    if (silent || !Ansi.AUTO.enabled()) {
      return new ProgressLine(null);
    }
    return new ProgressLine(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax((long) cases * PARTS)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .build());
  }

  /** Where the work on a case tells its share from 0 to 1. */
  DoubleConsumer of(String name) {
    return share -> {
      if (bar != null) {
        done.put(name, Math.round(share * PARTS));
        bar.stepTo(done.values().stream().mapToLong(Long::longValue).sum());
      }
    };
  }

  /** Is told that one more case has ended, of which no shares were told. */
  void ended() {
    if (bar != null) {
      bar.stepBy(PARTS);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
