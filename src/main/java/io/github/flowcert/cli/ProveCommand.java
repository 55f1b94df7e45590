package io.github.flowcert.cli;

import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.ProofFiles;
import io.github.flowcert.prove.FalseSteps;
import io.github.flowcert.prove.MutantLog;
import io.github.flowcert.prove.Outcome;
import io.github.flowcert.prove.ProofDocuments;
import io.github.flowcert.prove.ProofTeam;
import io.github.flowcert.prove.ProvedClaims;
import io.github.flowcert.report.Report;
import io.github.flowcert.result.MutantDocument;
import io.github.flowcert.result.ProofDocument;
import io.github.flowcert.result.ProofStore;
import io.github.flowcert.verify.Build;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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
      description = "when the solver gives up a step, or a mutant (default: ${DEFAULT-VALUE})")
  private double limit;

  @Mixin private JobsOption jobs;

  @Option(
      names = "--smtlib",
      paramLabel = "DIR",
      description = "write every question to the solver as a file in SMT-LIB 2 there")
  private Path smtlib;

  @Option(
      names = "--mutants",
      description =
          "change each proved step (a constant, an inequality, a hypothesis), and see that what is"
              + " false then is not proved")
  private boolean mutants;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "from which mutants are drawn (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--no-cache",
      description = "ask the solver again what it has answered before; keep nothing")
  private boolean uncached;

  /** Made by the command line. */
  ProveCommand() {}

  @Override
  public Integer call() throws Exception {
    if (!(limit > 0 && limit <= 1e6)) {
      throw new BadInput("--time-limit " + limit + ": must be above 0 and at most 1000000");
    }
    int threads = jobs.threads();
    List<ProofFile> proofs = read();
    Path out = output.folder();
    List<ProofDocument> documents = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    Optional<MutantLog> log = mutants ? Optional.of(new MutantLog(seed)) : Optional.empty();
    try (ProofSolvers solvers = solvers(out)) {
      ProofDocument.Provenance provenance = provenance(solvers.version());
      prove(
          new ProofTeam(threads, solvers::next, log),
          proofs,
          outcome -> {
            outcomes.add(outcome);
            documents.add(shown(ProofDocuments.of(outcome, provenance)));
          });
    }
    for (ProofDocument document : documents) {
      store(out, document);
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
    int code = ExitCode.of(documents.stream().map(ProofDocument::status).toList());
    return log.isEmpty() || sound(out, log.get().document(proofs)) ? code : ExitCode.INTERNAL_ERROR;
  }

  private ProofDocument.Provenance provenance(String solver) {
    return new ProofDocument.Provenance(
        Build.version(),
        Build.commit(),
        System.getProperty("java.version"),
        "flowcert " + String.join(" ", spec.commandLine().getParseResult().originalArgs()),
        Build.machine(),
        solver);
  }

  private ProofSolvers solvers(Path out) throws BadInput, InterruptedException {
    int milliseconds = (int) Math.ceil(1000 * limit);
    Optional<Path> cache = uncached ? Optional.empty() : Optional.of(ProofStore.answers(out));
    requireFolder(smtlib);
    try {
      return new ProofSolvers(milliseconds, cache, Optional.ofNullable(smtlib));
    } catch (IOException e) {
      throw Problems.unwritable(out, e);
    }
  }

  private static void requireFolder(Path folder) throws BadInput {
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new BadInput(
          "--smtlib "
              + folder
              + ": cannot make this folder ("
              + OutputOptions.reason(e)
              + "); name one you may write");
    }
  }

  private static void prove(ProofTeam team, List<ProofFile> proofs, Consumer<Outcome> finished)
      throws BadInput, InterruptedException {
    try {
      team.prove(proofs, finished);
    } catch (InputException e) {
      throw new BadInput(e.getMessage());
    }
  }

  private ProofDocument shown(ProofDocument document) {
    if (!json && !output.quiet()) {
      ProofTree.print(document, spec.commandLine().getOut());
    }
    return document;
  }

  /** Writes what came of mutants, and says whether none was false and proved. */
  private boolean sound(Path out, MutantDocument document) throws BadInput {
    try {
      ProofStore.writeMutants(out, document);
    } catch (IOException e) {
      throw Problems.unwritable(out, e);
    }
    if (!json && !output.quiet()) {
      spec.commandLine().getOut().print("\n" + document.markdown());
      spec.commandLine().getOut().flush();
    }
    int wrong = document.falseButProved().size();
    if (wrong > 0) {
      spec.commandLine()
          .getErr()
          .println("flowcert: " + wrong + " mutants are false and were proved, see mutants.md");
    }
    return wrong == 0;
  }

  private List<ProofFile> read() throws BadInput {
    try {
      return ProofFiles.read(paths);
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
