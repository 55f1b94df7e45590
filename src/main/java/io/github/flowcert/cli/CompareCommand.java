package io.github.flowcert.cli;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.compare.CaseComparer;
import io.github.flowcert.compare.Checkpoint;
import io.github.flowcert.report.Report;
import io.github.flowcert.result.CompareDocument;
import io.github.flowcert.result.CompareStore;
import io.github.flowcert.result.ResultStore;
import io.github.flowcert.verify.Build;
import io.github.flowcert.verify.CaseVerifier;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code flowcert compare}: the flow against gradient descent on the same case. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Runs gradient descent beside the flow of each case, and says where they part and why.",
      "A run that was interrupted goes on where it was when the command is given again."
    })
final class CompareCommand implements Callable<Integer> {
  private static final String CHECKPOINT = "compare.checkpoint";
  private static final double SECONDS_BETWEEN_CHECKPOINTS = 2;

  @Spec private CommandSpec spec;
  @Mixin private OutputOptions output;
  @Mixin private JobsOption jobs;

  @Parameters(
      arity = "1..*",
      paramLabel = "CASE",
      description = "case files with a descent section, or folders with such files")
  private List<Path> paths;

  @Option(
      names = "--json",
      description = "print the document (an array for several cases) and nothing else")
  private boolean json;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed for random starts, in place of the one in the case file")
  private Long seed;

  /** Made by the command line. */
  CompareCommand() {}

  @Override
  public Integer call() throws Exception {
    int threads = jobs.threads();
    Catalogue catalogue = new Catalogue();
    List<Case> cases = CaseInput.read(paths, catalogue, CaseComparer::check);
    Path out = output.folder();
    Batch.Outcome<CompareDocument> outcome = compareAll(cases, catalogue, threads, out);
    List<CompareDocument> documents = outcome.documents();
    print(documents);
    outcome.failures().forEach(failure -> spec.commandLine().getErr().println(failure));
    report(out, documents);
    return outcome.failures().isEmpty()
        ? ExitCode.of(documents.stream().map(CompareDocument::status).toList())
        : ExitCode.INTERNAL_ERROR;
  }

  private Batch.Outcome<CompareDocument> compareAll(
      List<Case> cases, Catalogue catalogue, int threads, Path out)
      throws BadInput, InterruptedException {
    try (ProgressLine progress = ProgressLine.of("compare", cases.size(), output.quiet() || json)) {
      return Batch.run(cases, threads, out, each -> compare(each, catalogue, progress, out));
    }
  }

  private CompareDocument compare(Case each, Catalogue catalogue, ProgressLine progress, Path out)
      throws IOException, InputException {
    String words = String.join(" ", spec.commandLine().getParseResult().originalArgs());
    CaseVerifier verifier = new CaseVerifier(catalogue, "flowcert " + words, seed);
    Checkpoint checkpoint =
        Checkpoint.at(
            ResultStore.folder(out, each.name()).resolve(CHECKPOINT),
            Checkpoint.key(Build.identity(), seed, each.source().text()),
            SECONDS_BETWEEN_CHECKPOINTS);
    CompareDocument document =
        new CaseComparer(verifier).compare(each, checkpoint, progress.of(each.name()));
    CompareStore.write(out, document);
    checkpoint.delete();
    return document;
  }

  private void print(List<CompareDocument> documents) {
    PrintWriter writer = spec.commandLine().getOut();
    if (json) {
      writer.println(JsonArray.of(documents, CompareStore::toJson));
    } else if (!output.quiet()) {
      writer.print(ComparisonTable.of(documents, spec.commandLine().getColorScheme()));
    }
    writer.flush();
  }

  private void report(Path out, List<CompareDocument> documents) throws BadInput {
    Path index = Problems.report(out, () -> Report.writeComparisons(out, documents));
    if (!json && !output.quiet()) {
      spec.commandLine().getOut().println("Report: " + index);
    }
  }
}
