package io.github.flowcert.cli;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.falsify.Falsifier;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.ResultStore;
import io.github.flowcert.result.WholeFile;
import io.github.flowcert.verify.CaseVerifier;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The searches of a command line, one case after the other: each uses all threads.
 *
 * @param verifier judges claims as they stand
 * @param options what is searched
 * @param seed the seed of the command line; null for none
 * @param out folder for results
 */
record Falsifications(CaseVerifier verifier, FalsifyOptions options, Long seed, Path out) {

  /** The documents with what was found, in their order; they are written again. */
  List<ResultDocument> of(
      List<ResultDocument> documents, List<Case> cases, int threads, ProgressLine progress)
      throws BadInput, InterruptedException {
    Map<String, Case> byName =
        cases.stream().collect(Collectors.toMap(Case::name, Function.identity()));
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      Falsifier falsifier =
          new Falsifier(verifier, options.starts(), options.seed(seed), options.without(), workers);
      List<ResultDocument> searched = new ArrayList<>();
      for (ResultDocument document : documents) {
        searched.add(searched(falsifier, byName.get(document.name()), document, progress));
      }
      return searched;
    } catch (InputException e) {
      throw new BadInput(e.getMessage());
    } catch (IOException e) {
      throw Problems.unwritable(out, e);
    } finally {
      workers.shutdownNow();
    }
  }

  private ResultDocument searched(
      Falsifier falsifier, Case from, ResultDocument document, ProgressLine progress)
      throws InputException, IOException, InterruptedException {
    Path folder = ResultStore.folder(out, document.name());
    Falsifier.Outcome outcome = falsifier.falsify(from, folder, progress.of(document.name()));
    ResultDocument with = document.with(outcome.section());
    if (outcome.worstCase() != null) {
      WholeFile.write(folder.resolve(outcome.section().worstCase()), outcome.worstCase());
    }
    ResultStore.write(out, with);
    return with;
  }
}
