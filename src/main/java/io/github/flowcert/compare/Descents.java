package io.github.flowcert.compare;

import io.github.flowcert.descent.Descent;
import io.github.flowcert.descent.DescentLog;
import io.github.flowcert.descent.DescentRun;
import io.github.flowcert.flow.Network;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Runs the descents of a case, each from where a checkpoint has it. */
final class Descents {
  private final Network network;
  private final Checkpoint checkpoint;
  private final DoubleConsumer progress;
  private double done;

  /**
   * The descents of a case.
   *
   * @param progress is told the share of the work that is done, from 0 to 1
   */
  Descents(Network network, Checkpoint checkpoint, DoubleConsumer progress) {
    this.network = network;
    this.checkpoint = checkpoint;
    this.progress = progress;
  }

  /**
   * Runs a descent to its end.
   *
   * @param until share of the case's work that is done after it
   */
  DescentLog run(DescentOrder order, double until) {
    Descent descent =
        order.method().start(network, order.factors(), order.rate(), order.precision());
    double before = done;
    Consumer<DescentLog> listener =
        log -> {
          checkpoint.put(order.name(), log);
          double share = (double) log.iteration() / order.goals().iterations();
          progress.accept(before + share * (until - before));
        };
    Optional<DescentLog> stored = checkpoint.log(order.name());
    DescentLog log =
        stored.isPresent()
            ? DescentRun.resume(descent, order.goals(), stored.get(), listener)
            : DescentRun.run(descent, order.goals(), listener);
    done = until;
    progress.accept(done);
    return log;
  }
}
