package io.github.flowcert.cli;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.CaseFiles;
import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.report.Report;
import io.github.flowcert.result.DocumentException;
import io.github.flowcert.result.Falsification;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.ResultStore;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.verify.CaseVerifier;
import io.github.flowcert.verify.Vocabularies;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.io.PrintWriter;
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

/** {@code flowcert verify}: integrates the flow of each case and judges its claims. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Integrates the flow of each case and judges its claims.")
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OutputOptions output;
  @Mixin private FalsifyOptions falsify;

  @Parameters(
      arity = "1..*",
      paramLabel = "CASE",
      description = "case files, or folders with case files")
  private List<Path> paths;

  @Option(
      names = "--json",
      description = "print the result document (an array for several cases) and nothing else")
  private boolean json;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "cases worked on at a time, and with --falsify starts (default: the number of processors)")
  private Integer jobs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "seed for random starts, in place of the one in the case file, and for --falsify (default 1)")
  private Long seed;

  /** Made by the command line. */
  VerifyCommand() {}

  @Override
  public Integer call() throws Exception {
    int threads = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    if (threads < 1) {
      throw new BadInput("--jobs " + threads + ": must be 1 or more");
    }
    Report.warmUp();
    Catalogue catalogue = new Catalogue();
    List<Case> cases = read(catalogue);
    falsify.check();
    Path out = output.folder();
    Outcome outcome = verifyAll(cases, catalogue, threads, out);
    if (falsify.wanted()) {
      outcome = falsified(outcome, cases, catalogue, threads, out);
    }
    // First the verdicts: a report can fail for the sake of another case's document.
    print(outcome.documents);
    outcome.failures.forEach(failure -> spec.commandLine().getErr().println(failure));
    report(out, outcome.documents);
    return outcome.failures.isEmpty()
        ? ExitCode.of(outcome.documents.stream().map(VerifyCommand::status).toList())
        : ExitCode.INTERNAL_ERROR;
  }

  private static Verdict status(ResultDocument document) {
    Falsification found = document.falsification();
    return found != null && found.foundViolation() ? Verdict.VIOLATED : document.status();
  }

  private List<Case> read(Catalogue catalogue) throws BadInput {
    try {
      List<Case> cases = new ArrayList<>();
      CaseReader reader = new CaseReader(Vocabularies.of(catalogue));
      for (Path file : CaseFiles.find(paths)) {
        cases.add(reader.read(file));
      }
      return cases;
    } catch (InputException e) {
      throw new BadInput(e.getMessage());
    }
  }

  /** What came of the cases: a document each, or what went wrong inside. */
  private record Outcome(List<ResultDocument> documents, List<String> failures) {}

  private Outcome verifyAll(List<Case> cases, Catalogue catalogue, int threads, Path out)
      throws BadInput, InterruptedException {
    List<String> commandLine = spec.commandLine().getParseResult().originalArgs();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try (ProgressLine progress = ProgressLine.of("verify", cases.size(), output.quiet() || json)) {
      List<Future<ResultDocument>> futures = new ArrayList<>();
      for (Case each : cases) {
        futures.add(workers.submit(() -> verify(each, catalogue, commandLine, progress, out)));
      }
      Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
      for (int k = 0; k < futures.size(); k++) {
        try {
          outcome.documents.add(futures.get(k).get());
        } catch (ExecutionException e) {
          // One case that fails inside must not take the others with it.
          outcome.failures.add(cases.get(k).name() + ": " + internal(e.getCause(), out));
        }
      }
      return outcome;
    } finally {
      workers.shutdownNow();
    }
  }

  /** What is to be said of an error inside; what the user can mend is thrown on. */
  private static String internal(Throwable cause, Path out) throws BadInput {
    if (cause instanceof IOException problem) {
      throw new BadInput(out + ": cannot be written (" + OutputOptions.reason(problem) + ")");
    }
    if (cause instanceof InputException problem) {
      throw new BadInput(problem.getMessage());
    }
    return Main.internalError(cause);
  }

  private ResultDocument verify(
      Case each, Catalogue catalogue, List<String> commandLine, ProgressLine progress, Path out)
      throws IOException, InputException {
    CaseVerifier verifier =
        new CaseVerifier(catalogue, "flowcert " + String.join(" ", commandLine), seed);
    // A search is about starts: the case itself is judged as its claims stand.
    verifier = falsify.wanted() ? verifier : verifier.without(falsify.without());
    ResultDocument document = verifier.verify(each, progress.of(each.name()));
    ResultStore.write(out, document);
    return document;
  }

  /** The documents with what a search among the starts of their cases found, written again. */
  private Outcome falsified(
      Outcome verified, List<Case> cases, Catalogue catalogue, int threads, Path out)
      throws BadInput, InterruptedException {
    boolean silent = output.quiet() || json;
    Falsifications search =
        new Falsifications(new CaseVerifier(catalogue, "", seed), falsify, seed, out);
    try (ProgressLine progress = ProgressLine.of("falsify", cases.size(), silent)) {
      return new Outcome(
          search.of(verified.documents, cases, threads, progress), verified.failures);
    }
  }

  private void print(List<ResultDocument> documents) {
    PrintWriter writer = spec.commandLine().getOut();
    if (json) {
      writer.println(
          documents.size() == 1
              ? ResultStore.toJson(documents.get(0))
              : documents.stream()
                  .map(ResultStore::toJson)
                  .collect(Collectors.joining(",\n", "[", "]")));
    } else if (!output.quiet()) {
      writer.print(VerdictTable.of(documents, spec.commandLine().getColorScheme()));
      writer.print(FalsificationTable.of(documents, spec.commandLine().getColorScheme()));
    }
    writer.flush();
  }

  private void report(Path out, List<ResultDocument> documents) throws BadInput {
    try {
      Path index = Report.write(out, documents);
      if (!json && !output.quiet()) {
        spec.commandLine().getOut().println("Report: " + index);
      }
    } catch (DocumentException e) {
      throw new BadInput(e.getMessage());
    } catch (IOException e) {
      throw new BadInput(out + ": the report cannot be written (" + OutputOptions.reason(e) + ")");
    }
  }
}
