package io.github.flowcert.cli;

import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.ProofFiles;
import io.github.flowcert.prove.FalseSteps;
import io.github.flowcert.prove.Outcome;
import io.github.flowcert.prove.ProofDocuments;
import io.github.flowcert.prove.ProvedClaims;
import io.github.flowcert.prove.Prover;
import io.github.flowcert.report.Report;
import io.github.flowcert.result.ProofDocument;
import io.github.flowcert.result.ProofStore;
import io.github.flowcert.solver.Z3Process;
import io.github.flowcert.verify.Build;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code flowcert prove}: checks proof files, step by step. */
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Checks proof files, step by step, symbolically.")
final class ProveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OutputOptions output;

  @Parameters(
      arity = "1..*",
      paramLabel = "PROOF",
      description = "proof files, or folders with proof files")
  private List<Path> paths;

  @Option(
      names = "--json",
      description = "print the proof document (an array for several proofs) and nothing else")
  private boolean json;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "when the solver gives up a question (default: ${DEFAULT-VALUE})")
  private double limit;

  /** Made by the command line. */
  ProveCommand() {}

  @Override
  public Integer call() throws Exception {
    if (!(limit > 0 && limit <= 1e6)) {
      throw new BadInput("--time-limit " + limit + ": must be above 0 and at most 1000000");
    }
    List<ProofFile> proofs = read();
    Path out = output.folder();
    List<ProofDocument> documents = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    try (Z3Process solver = new Z3Process((int) Math.ceil(1000 * limit))) {
      Prover prover = new Prover(solver);
      for (ProofFile proof : proofs) {
        Outcome outcome = proved(prover, proof);
        ProofDocument document = ProofDocuments.of(outcome, solver.name());
        store(out, document);
        documents.add(document);
        outcomes.add(outcome);
        if (!json && !output.quiet()) {
          ProofTree.print(document, spec.commandLine().getOut());
        }
      }
    }
    tabulate(out, outcomes);
    if (json) {
      spec.commandLine().getOut().println(JsonArray.of(documents, ProofStore::toJson));
    }
    // The whole report: pages of cases link to the proofs of their claims.
    Path index = Problems.report(out, () -> Report.write(out));
    if (!json && !output.quiet()) {
      spec.commandLine().getOut().println("Report: " + index);
    }
    return ExitCode.of(documents.stream().map(ProofDocument::status).toList());
  }

  private List<ProofFile> read() throws BadInput {
    try {
      return ProofFiles.read(paths);
    } catch (InputException e) {
      throw new BadInput(e.getMessage());
    }
  }

  private static Outcome proved(Prover prover, ProofFile proof)
      throws BadInput, InterruptedException {
    try {
      return prover.prove(proof);
    } catch (InputException e) {
      throw new BadInput(e.getMessage());
    }
  }

  private static void store(Path out, ProofDocument document) throws BadInput {
    try {
      ProofStore.write(out, document);
    } catch (IOException e) {
      throw Problems.unwritable(out, e);
    }
  }

  /** Proved claims on disk; the steps that are false as printed there and on the console. */
  private void tabulate(Path out, List<Outcome> outcomes) throws BadInput {
    String table = FalseSteps.table(outcomes);
    try {
      ProofStore.writeFalseSteps(out, table);
      ProofStore.writeProved(out, ProvedClaims.of(outcomes, Build.version()));
    } catch (IOException e) {
      throw Problems.unwritable(out, e);
    }
    if (!json && !output.quiet() && !table.isEmpty()) {
      spec.commandLine().getOut().print("\n" + table);
      spec.commandLine().getOut().flush();
    }
  }
}
