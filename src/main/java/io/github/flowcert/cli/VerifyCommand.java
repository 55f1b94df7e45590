package io.github.flowcert.cli;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.report.Report;
import io.github.flowcert.result.Falsification;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.ResultStore;
import io.github.flowcert.result.Verdict;
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

/** {@code flowcert verify}: integrates the flow of each case and judges its claims. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Integrates the flow of each case and judges its claims.")
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OutputOptions output;
  @Mixin private JobsOption jobs;
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
      names = "--seed",
      paramLabel = "N",
      description =
          "seed for random starts, in place of the one in the case file, and for --falsify (default 1)")
  private Long seed;

  @Option(
      names = "--enclose",
      description =
          "also judge the claims about the trajectory in interval arithmetic, rounding and steps included")
  private boolean enclose;

  /** Made by the command line. */
  VerifyCommand() {}

  @Override
  public Integer call() throws Exception {
    int threads = jobs.threads();
    Report.warmUp();
    Catalogue catalogue = new Catalogue();
    List<Case> cases = CaseInput.read(paths, catalogue, each -> {});
    falsify.check();
    Path out = output.folder();
    Batch.Outcome<ResultDocument> outcome = verifyAll(cases, catalogue, threads, out);
    if (falsify.wanted()) {
      outcome = falsified(outcome, cases, catalogue, threads, out);
    }
    // First the verdicts: a report can fail for the sake of another case's document.
    print(outcome.documents());
    outcome.failures().forEach(failure -> spec.commandLine().getErr().println(failure));
    report(out, outcome.documents());
    return outcome.failures().isEmpty()
        ? ExitCode.of(outcome.documents().stream().map(VerifyCommand::status).toList())
        : ExitCode.INTERNAL_ERROR;
  }

  private static Verdict status(ResultDocument document) {
    Falsification found = document.falsification();
    return found != null && found.foundViolation() ? Verdict.VIOLATED : document.status();
  }

  private Batch.Outcome<ResultDocument> verifyAll(
      List<Case> cases, Catalogue catalogue, int threads, Path out)
      throws BadInput, InterruptedException {
    String words =
        "flowcert " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
    try (ProgressLine progress = ProgressLine.of("verify", cases.size(), output.quiet() || json)) {
      return Batch.run(cases, threads, out, each -> verify(each, catalogue, words, progress, out));
    }
  }

  private ResultDocument verify(
      Case each, Catalogue catalogue, String words, ProgressLine progress, Path out)
      throws IOException, InputException {
    CaseVerifier verifier = new CaseVerifier(catalogue, words, seed).enclosing(enclose);
    // A search is about starts: the case itself is judged as its claims stand.
    verifier = falsify.wanted() ? verifier : verifier.without(falsify.without());
    ResultDocument document = verifier.verify(each, progress.of(each.name()));
    ResultStore.write(out, document);
    return document;
  }

  /** The documents with what a search among the starts of their cases found, written again. */
  private Batch.Outcome<ResultDocument> falsified(
      Batch.Outcome<ResultDocument> verified,
      List<Case> cases,
      Catalogue catalogue,
      int threads,
      Path out)
      throws BadInput, InterruptedException {
    boolean silent = output.quiet() || json;
    Falsifications search =
        new Falsifications(new CaseVerifier(catalogue, "", seed), falsify, seed, out);
    try (ProgressLine progress = ProgressLine.of("falsify", cases.size(), silent)) {
      return new Batch.Outcome<>(
          search.of(verified.documents(), cases, threads, progress), verified.failures());
    }
  }

  private void print(List<ResultDocument> documents) {
    PrintWriter writer = spec.commandLine().getOut();
    if (json) {
      writer.println(JsonArray.of(documents, ResultStore::toJson));
    } else if (!output.quiet()) {
      writer.print(VerdictTable.of(documents, spec.commandLine().getColorScheme()));
      writer.print(FalsificationTable.of(documents, spec.commandLine().getColorScheme()));
    }
    writer.flush();
  }

  private void report(Path out, List<ResultDocument> documents) throws BadInput {
    Path index = Problems.report(out, () -> Report.write(out, documents));
    if (!json && !output.quiet()) {
      spec.commandLine().getOut().println("Report: " + index);
    }
  }
}
