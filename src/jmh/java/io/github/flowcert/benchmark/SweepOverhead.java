package io.github.flowcert.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.github.flowcert.casefile.Case;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.report.Report;
import io.github.flowcert.result.SweepStore;
import io.github.flowcert.sweep.CaseWork;
import io.github.flowcert.sweep.LocalRun;
import io.github.flowcert.sweep.Plan;
import io.github.flowcert.sweep.Results;
import io.github.flowcert.sweep.Shard;
import io.github.flowcert.sweep.Summary;
import io.github.flowcert.sweep.Sweep;
import io.github.flowcert.sweep.SweepReader;
import io.github.flowcert.sweep.Table;
import io.github.flowcert.verify.CaseVerifier;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a sweep costs beyond the work on its cases: 2,000 small cases swept on one thread, from the
 * sweep file to table, summary and page, against the same cases verified one after another in
 * memory. Processor time of the whole process, so that other work on the machine does not count.
 */
public final class SweepOverhead {
  private static final int SEEDS = 1000;
  private static final int REPEATS = 5;

  private SweepOverhead() {}

  /** Prints milliseconds a case: of the sweep, of the cases alone, and the difference. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("sweep-overhead");
    Path file = write(folder);
    double sweep = Double.POSITIVE_INFINITY;
    double alone = Double.POSITIVE_INFINITY;
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      Path out = folder.resolve("out-" + repeat);
      sweep = Math.min(sweep, milliseconds(() -> sweep(file, out)));
      List<Case> cases = cases(file);
      alone = Math.min(alone, milliseconds(() -> verify(cases)));
      System.out.printf(
          Locale.ROOT,
          "best of %d: sweep %.3f, alone %.3f, overhead %.3f ms a case%n",
          repeat + 1,
          sweep,
          alone,
          sweep - alone);
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double milliseconds(Work work) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.gc();
    long before = system.getProcessCpuTime();
    work.run();
    return (system.getProcessCpuTime() - before) / 1e6 / (2 * SEEDS);
  }

  private static Path write(Path folder) throws Exception {
    Files.writeString(
        folder.resolve("base.yaml"),
        """
        case: small
        problem: {kind: matrix-completion, observed: [['?', 1], [1, 0]]}
        factorization: {depth: 2}
        initial: {kind: balanced-gaussian, scale: 0.1, determinant: positive}
        flow: {until: {loss: 0.3}}
        claims: [theorem-1]
        """);
    return Files.writeString(
        folder.resolve("sweep.yaml"),
        """
        sweep: small
        base: base.yaml
        axes: {factorization.depth: [2, 3], initial.seed: {seeds: %d}}
        """
            .formatted(SEEDS));
  }

  private static void sweep(Path file, Path out) throws Exception {
    CaseWork work = new CaseWork(new Catalogue(), null);
    Path folder = Files.createDirectories(out.resolve("small"));
    Plan plan = Plan.make(SweepReader.read(file), Shard.WHOLE, null, work, folder);
    new LocalRun(plan, work, record -> {}).run(1);
    Results results = Results.of(plan.journal());
    Table.write(folder, results);
    SweepStore.write(out, Summary.of(results));
    Report.writeSweep(out, Summary.of(results));
  }

  private static List<Case> cases(Path file) throws Exception {
    CaseWork work = new CaseWork(new Catalogue(), null);
    List<Case> cases = new ArrayList<>();
    for (Sweep.Cases all = SweepReader.read(file).cases(); all.hasNext(); ) {
      cases.add(work.read(all.next()));
    }
    return cases;
  }

  private static void verify(List<Case> cases) throws Exception {
    CaseVerifier verifier = new CaseVerifier(new Catalogue(), "flowcert sweep", null);
    for (Case each : cases) {
      verifier.verify(each, share -> {});
    }
  }
}
