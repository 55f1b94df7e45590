package io.github.flowcert.cli;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.CaseFiles;
import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.compare.CaseComparer;
import io.github.flowcert.compare.Checkpoint;
import io.github.flowcert.report.Report;
import io.github.flowcert.result.CompareDocument;
import io.github.flowcert.result.CompareStore;
import io.github.flowcert.result.DocumentException;
import io.github.flowcert.result.ResultStore;
import io.github.flowcert.verify.Build;
import io.github.flowcert.verify.CaseVerifier;
import io.github.flowcert.verify.Vocabularies;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
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
  private static final double SECONDS_BETWEEN_CHECKPOINTS = 5;

  @Spec private CommandSpec spec;
  @Mixin private OutputOptions output;

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
      names = "--jobs",
      paramLabel = "N",
      description = "cases worked on at a time (default: the number of processors)")
  private Integer jobs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed for random starts, in place of the one in the case file")
  private Long seed;

  /** Made by the command line. */
  CompareCommand() {}

  @Override
  public Integer call() throws Exception {
    int threads = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    if (threads < 1) {
      throw new BadInput("--jobs " + threads + ": must be 1 or more");
    }
    Catalogue catalogue = new Catalogue();
    List<Case> cases = read(catalogue);
    Path out = output.folder();
    List<String> failures = new ArrayList<>();
    List<CompareDocument> documents = compareAll(cases, catalogue, threads, out, failures);
    print(documents);
    failures.forEach(failure -> spec.commandLine().getErr().println(failure));
    report(out, documents);
    return failures.isEmpty()
        ? ExitCode.of(documents.stream().map(CompareDocument::status).toList())
        : ExitCode.INTERNAL_ERROR;
  }

  private List<Case> read(Catalogue catalogue) throws BadInput {
    try {
      List<Case> cases = new ArrayList<>();
      CaseReader reader = new CaseReader(Vocabularies.of(catalogue));
      for (Path file : CaseFiles.find(paths)) {
        Case read = reader.read(file);
        CaseComparer.check(read);
        cases.add(read);
      }
      return cases;
    } catch (InputException e) {
      throw new BadInput(e.getMessage());
    }
  }

  private List<CompareDocument> compareAll(
      List<Case> cases, Catalogue catalogue, int threads, Path out, List<String> failures)
      throws BadInput, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    List<CompareDocument> documents = new ArrayList<>();
    try (ProgressLine progress = ProgressLine.of("compare", cases.size(), output.quiet() || json)) {
      List<Future<CompareDocument>> futures = new ArrayList<>();
      for (Case each : cases) {
        futures.add(workers.submit(() -> compare(each, catalogue, progress, out)));
      }
      for (int k = 0; k < futures.size(); k++) {
        try {
          documents.add(futures.get(k).get());
        } catch (ExecutionException e) {
          failures.add(cases.get(k).name() + ": " + internal(e.getCause(), out));
        }
      }
      return documents;
    } finally {
      workers.shutdownNow();
    }
  }

  /** What is to be said of an error inside; what the user can mend is thrown on. */
  private static String internal(Throwable cause, Path out) throws BadInput {
    Throwable problem = cause instanceof UncheckedIOException io ? io.getCause() : cause;
    if (problem instanceof IOException io) {
      throw new BadInput(out + ": cannot be written (" + OutputOptions.reason(io) + ")");
    }
    if (problem instanceof InputException input) {
      throw new BadInput(input.getMessage());
    }
    return Main.internalError(problem);
  }

  private CompareDocument compare(Case each, Catalogue catalogue, ProgressLine progress, Path out)
      throws IOException, InputException {
    String words = String.join(" ", spec.commandLine().getParseResult().originalArgs());
    CaseVerifier verifier = new CaseVerifier(catalogue, "flowcert " + words, seed);
    Checkpoint checkpoint =
        Checkpoint.at(
            ResultStore.folder(out, each.name()).resolve(CHECKPOINT),
            Checkpoint.key(Build.version(), seed, each.source().text()),
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
      writer.println(
          documents.size() == 1
              ? CompareStore.toJson(documents.get(0))
              : documents.stream()
                  .map(CompareStore::toJson)
                  .collect(Collectors.joining(",\n", "[", "]")));
    } else if (!output.quiet()) {
      writer.print(ComparisonTable.of(documents, spec.commandLine().getColorScheme()));
    }
    writer.flush();
  }

  private void report(Path out, List<CompareDocument> documents) throws BadInput {
    try {
      Path index = Report.writeComparisons(out, documents);
      if (!json && !output.quiet()) {
        spec.commandLine().getOut().println("Report: " + index);
      }
    } catch (DocumentException e) {
      throw new BadInput(e.getMessage());
    } catch (IOException e) {
      throw new BadInput(out + ": the report cannot be written: " + OutputOptions.reason(e));
    }
  }
}
