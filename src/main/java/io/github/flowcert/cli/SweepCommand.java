package io.github.flowcert.cli;

import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.report.Report;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.ResultStore;
import io.github.flowcert.result.SweepRecord;
import io.github.flowcert.spark.SparkRun;
import io.github.flowcert.sweep.CaseWork;
import io.github.flowcert.sweep.FolderLock;
import io.github.flowcert.sweep.LocalRun;
import io.github.flowcert.sweep.Plan;
import io.github.flowcert.sweep.RemoteRun;
import io.github.flowcert.sweep.Results;
import io.github.flowcert.sweep.Shard;
import io.github.flowcert.sweep.Sweep;
import io.github.flowcert.sweep.SweepCase;
import io.github.flowcert.sweep.SweepReader;
import io.github.flowcert.verify.CaseVerifier;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code flowcert sweep}: a grid of cases. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Verifies a grid of cases, and sums up what came of them.",
      "A sweep that was interrupted goes on where it was when the command is given again."
    },
    subcommands = SweepMergeCommand.class)
final class SweepCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OutputOptions output;
  @Mixin private JobsOption jobs;

  @Parameters(arity = "0..1", paramLabel = "SWEEP", description = "sweep file")
  private Path file;

  @Option(names = "--json", description = "print the summary document and nothing else")
  private boolean json;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed for random starts, in place of those of the cases")
  private Long seed;

  @Option(
      names = "--only",
      paramLabel = "CASE",
      description = "verify one case of the sweep, in full, as 'flowcert verify' does")
  private String only;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "verify the I-th of N parts of the cases, for 'flowcert sweep merge'")
  private String part;

  @Option(
      names = "--spark",
      paramLabel = "MASTER",
      description =
          "verify on this Spark cluster, as in spark://host:7077; needs Spark on the class path")
  private String spark;

  /** Made by the command line. */
  SweepCommand() {}

  @Override
  public Integer call() throws Exception {
    Shard shard = shard();
    if (file == null) {
      throw new ParameterException(spec.commandLine(), "Missing required parameter: 'SWEEP'");
    }
    try {
      Sweep sweep = SweepReader.read(file);
      return only == null ? run(sweep, shard, jobs.threads()) : runOnly(sweep);
    } catch (InputException e) {
      throw new BadInput(e.getMessage());
    } catch (IOException e) {
      throw Problems.unwritable(output.folder(), e);
    }
  }

  private Shard shard() throws BadInput {
    if (part == null) {
      return Shard.WHOLE;
    }
    return Shard.parse(part)
        .orElseThrow(() -> new BadInput("--shard " + part + ": no part; expected one as in 3/8"));
  }

  private int run(Sweep sweep, Shard shard, int threads)
      throws BadInput, InputException, IOException, InterruptedException {
    Path folder = ResultStore.folder(output.folder(), sweep.name());
    CaseWork work = new CaseWork(new Catalogue(), seed);
    FolderLock lock = FolderLock.take(folder, shard);
    try {
      Plan plan = Plan.make(sweep, shard, seed, work, folder);
      verify(plan, work, threads);
      return shard.equals(Shard.WHOLE)
          ? printer().print(Results.of(plan.journal()), output.folder())
          : printer().printShard(plan.journal());
    } finally {
      lock.close();
    }
  }

  private void verify(Plan plan, CaseWork work, int threads)
      throws BadInput, InputException, IOException, InterruptedException {
    boolean silent = output.quiet() || json;
    try (ProgressLine progress = ProgressLine.of("sweep", plan.remaining(), silent)) {
      Consumer<SweepRecord> ended = record -> progress.ended();
      if (spark == null) {
        new LocalRun(plan, work, ended).run(threads);
      } else {
        onSpark(plan, ended);
      }
    }
  }

  private void onSpark(Plan plan, Consumer<SweepRecord> ended)
      throws BadInput, InputException, IOException {
    try (RemoteRun run = new RemoteRun(plan, ended)) {
      SparkRun.run(spark, run);
    } catch (NoClassDefFoundError e) {
      throw new BadInput(
          "--spark "
              + spark
              + ": Spark is not on the class path; see 'On a cluster' in the README");
    }
  }

  private SweepPrinter printer() {
    return new SweepPrinter(spec.commandLine(), json, output.quiet());
  }

  private int runOnly(Sweep sweep) throws BadInput, InputException, IOException {
    SweepCase one =
        sweep
            .find(only)
            .orElseThrow(
                () ->
                    new BadInput(
                        "--only " + only + ": no case of " + file + "; the table has the names"));
    String words = String.join(" ", spec.commandLine().getParseResult().originalArgs());
    Catalogue catalogue = new Catalogue();
    CaseVerifier verifier = new CaseVerifier(catalogue, "flowcert sweep " + words, seed);
    ResultDocument document = verifier.verify(new CaseWork(catalogue, seed).read(one), share -> {});
    ResultStore.write(output.folder(), document);
    Path index = Report.write(output.folder(), List.of(document));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ResultStore.toJson(document));
    } else if (!output.quiet()) {
      out.print(VerdictTable.of(List.of(document), spec.commandLine().getColorScheme()));
      out.println("Report: " + index);
    }
    out.flush();
    return ExitCode.of(List.of(document.status()));
  }
}
