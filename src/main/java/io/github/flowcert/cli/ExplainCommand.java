package io.github.flowcert.cli;

import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.explain.Explainer;
import io.github.flowcert.explain.Explanation;
import io.github.flowcert.yaml.Spelling;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code flowcert explain}: what an identifier means. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Explains a claim or family of claims, a verdict, an exit code (exit-1, or 1), why a run"
            + " stopped, or why trust in it ended (trust-sign, ..).")
final class ExplainCommand implements Callable<Integer> {
  private static final Path CASES = Path.of("cases");
  private static final Path PROOFS = Path.of("proofs");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "what is to be explained")
  private String id;

  @Option(
      names = "--cases",
      paramLabel = "DIR",
      description = "case files to search for uses of a claim (default: cases, if it is there)")
  private Path cases;

  @Option(names = "--json", description = "print the explanation as data and nothing else")
  private boolean json;

  /** Made by the command line. */
  ExplainCommand() {}

  @Override
  public Integer call() throws BadInput {
    Explainer explainer = new Explainer(new Catalogue(), ExitCode.meanings());
    Explanation explanation =
        explained(explainer)
            .orElseThrow(
                () ->
                    new BadInput(
                        "nothing is called '"
                            + id
                            + "'; "
                            + Spelling.hint(id, explainer.identifiers())));
    PrintWriter writer = spec.commandLine().getOut();
    if (json) {
      writer.println(asJson(explanation));
    } else {
      writer.print(ExplanationText.of(explanation));
    }
    writer.flush();
    return ExitCode.GOOD;
  }

  private Optional<Explanation> explained(Explainer explainer) throws BadInput {
    if (cases != null && !Files.isDirectory(cases)) {
      throw new BadInput("--cases " + cases + ": no such folder; expected one with case files");
    }
    return explainer.explain(
        id,
        Optional.of(cases == null ? CASES : cases).filter(Files::isDirectory),
        Optional.of(PROOFS).filter(Files::isDirectory));
  }

  private static String asJson(Explanation explanation) {
    return JsonMapper.builder()
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(explanation);
  }
}
