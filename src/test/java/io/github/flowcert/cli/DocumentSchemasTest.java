package io.github.flowcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.flowcert.result.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents as the commands leave them, and the pages beside them. */
class DocumentSchemasTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern NUMBER = Pattern.compile("<data value=\"([^\"]+)\"");
  private static final long SEED = 20261121;
  private static final int PICKED = 60;

  private static final String COMPARED =
      """
      case: compared
      problem: {kind: matrix-completion, observed: [['?', 1], [1, 0]]}
      factorization: {depth: 2}
      initial: {kind: balanced-gaussian, scale: 1e-2, seed: 7}
      flow: {until: {loss: 0.5}, record: {loss: [0.75]}}
      descent: {learning-rates: [1e-2, 5e-3], iterations: 5000}
      claims: [{id: own, expression: 'loss < 2'}]
      """;

  private static final String SWEPT =
      """
      sweep: swept
      base: compared.yaml
      axes:
        initial.seed: [7, 8]
        factorization.depth: [2, 3]
      """;

  @TempDir static Path out;

  @BeforeAll
  static void leaveOneOfEachKind() throws IOException {
    Path compared = Files.writeString(out.resolve("compared.yaml"), COMPARED);
    run("verify", "--falsify", "2", "cases/theorem-1/depth-2.yaml");
    run("verify", "cases/theorem-1/negative-determinant.yaml");
    run("verify", "cases/appendix-a/3-by-5.yaml", "cases/propositions/solutions.yaml");
    run("verify", "cases/propositions/random-layers.yaml", "cases/norms/every-kind.yaml");
    run("verify", "cases/wrong/bound-without-b-depth-2.yaml");
    run("verify", "cases/least-squares/overdetermined.yaml");
    run("verify", "cases/enclosed/depth-2.yaml", "cases/enclosed/depth-2-box.yaml");
    run("compare", compared.toString());
    run("sweep", Files.writeString(out.resolve("swept.yaml"), SWEPT).toString());
    String proofs = "proofs/razin-cohen/";
    run(
        "prove",
        "--mutants",
        proofs + "balancedness.yaml",
        proofs + "lemma-1.yaml",
        proofs + "lemma-3.yaml",
        proofs + "lemma-12.yaml",
        "proofs/arora/lemma-2.yaml");
  }

  private static void run(String... words) {
    List<Object> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--out", out, "--quiet"));
    Console console = Console.run(all.toArray());
    assertThat(console.code()).as(console.err()).isIn(0, 1, 3);
  }

  @Test
  void everyKindOfDocumentFitsItsSchema() throws IOException {
    TreeSet<String> kinds = new TreeSet<>();
    for (Path file : documents()) {
      JsonNode document = JSON.readTree(Files.readString(file));
      String kind = kind(document);
      kinds.add(kind);
      assertThat(errors(kind, document)).as(file.toString()).isEmpty();
    }
    assertThat(kinds).containsExactly("compare", "mutants", "proof", "proved", "result", "sweep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"status\": \"certain\"", "\"status\": 1", "\"unheardOf\": 1"})
  void aDocumentWithSomethingElseInItDoesNotFit(String instead) throws IOException {
    String text = Files.readString(out.resolve("theorem-1-depth-2/result.json"));
    JsonNode changed = JSON.readTree(text.replaceFirst("\"status\" : \"[a-z-]+\"", instead));
    assertThat(errors("result", changed)).isNotEmpty();
  }

  @Test
  void numbersPickedAtRandomFromThePagesStandInTheDocumentsBesideThem() throws IOException {
    Random random = new Random(SEED);
    for (Path file : documents().stream().filter(DocumentSchemasTest::hasPage).toList()) {
      List<Double> shown = shown(Files.readString(file.resolveSibling(pageOf(file))));
      Set<Double> known = numbers(JSON.readTree(Files.readString(file)));
      for (int k = 0; k < PICKED && !shown.isEmpty(); k++) {
        assertThat(known)
            .as("%s, seed %d", file, SEED)
            .contains(shown.get(random.nextInt(shown.size())));
      }
    }
  }

  @Test
  void anEnclosedClaimIsShownWithWhatEnclosesIt() throws IOException {
    Path folder = out.resolve("enclosed-depth-2");
    String page = Files.readString(folder.resolve("index.html"));
    for (JsonNode claim :
        JSON.readTree(Files.readString(folder.resolve("result.json"))).path("claims")) {
      JsonNode enclosure = claim.path("enclosure");
      assertThat(claim.path("status").asString()).isIn("enclosed", "proved");
      assertThat(page)
          .contains("in " + enclosure.path("steps") + " steps")
          .contains("the unknowns: " + enclosure.path("coordinates").asString())
          .contains("value=\"" + enclosure.path("until").asDouble() + '"')
          .contains("value=\"" + enclosure.path("margin").path("lower").asDouble() + '"')
          .contains("value=\"" + enclosure.path("time").path("upper").asDouble() + '"');
    }
  }

  @Test
  void pagesSayWhatWasAskedAndHoldTheInputFiles() throws IOException {
    assertThat(Files.readString(out.resolve("index.html")))
        .contains("flowcert sweep " + out.resolve("swept.yaml"))
        .contains("flowcert prove --mutants proofs/razin-cohen/balancedness.yaml")
        .contains("flowcert compare " + out.resolve("compared.yaml"));
    assertThat(Files.readString(out.resolve("swept/sweep.html")))
        .contains("factorization.depth: [2, 3]", "case: compared");
    assertThat(Files.readString(out.resolve("proofs/razin-cohen/balancedness/index.html")))
        .contains("proof: razin-cohen/balancedness", "<dt>Machine</dt>");
  }

  @Test
  void numbersOfTheFirstPageStandInOneOfTheDocuments() throws IOException {
    Set<Double> known = new TreeSet<>();
    for (Path file : documents()) {
      known.addAll(numbers(JSON.readTree(Files.readString(file))));
    }
    List<Double> shown = shown(Files.readString(out.resolve("index.html")));
    assertThat(shown).hasSizeGreaterThan(20);
    assertThat(known).containsAll(shown);
  }

  @Test
  void stepsThatAreFalseAsPrintedAreListedOnTheFirstPageBesideWhatStandsInTheirPlace()
      throws IOException {
    JsonNode proof =
        JSON.readTree(Files.readString(out.resolve("proofs/razin-cohen/lemma-12/result.json")));
    List<JsonNode> wrong =
        proof.path("steps").values().stream()
            .filter(step -> step.path("status").asString().equals("refuted"))
            .toList();
    assertThat(wrong).isNotEmpty();
    String page = Files.readString(out.resolve("index.html"));
    String listed = page.substring(page.indexOf("id=\"false-as-printed\""));
    String markdown = Files.readString(out.resolve("report.md"));
    for (JsonNode step : wrong) {
      String anchor = "#step-" + step.path("id").asString();
      assertThat(listed).contains("proofs/razin-cohen/lemma-12/index.html" + anchor, "survives");
      step.path("counterexample")
          .properties()
          .forEach(
              value ->
                  assertThat(markdown)
                      .contains(value.getKey() + " = " + value.getValue().asString()));
    }
  }

  @Test
  void aProvedClaimIsShownWithItsProofAndWhatTheIntegrationSaysAlone() throws IOException {
    Path folder = out.resolve("theorem-1-depth-2");
    String page = Files.readString(folder.resolve("index.html"));
    String holds = "integration alone says <span class=\"verdict verdict-holds\">holds</span>";
    assertThat(page)
        .contains("by razin-cohen/theorem-1, of every trajectory that meets", holds)
        .contains(
            "by <a href=\"../proofs/razin-cohen/lemma-3/index.html#step-claim-determinant-sign")
        .doesNotContain("under the assumptions stated there");
    assertThat(Files.readString(folder.resolve("verdicts.tex")))
        .contains("theorem-1/norm (nuclear) & proved & $");
    assertThat(Files.readString(out.resolve("report.md")))
        .contains("| theorem-1-depth-2 | theorem-1/norm (nuclear) | proved | ");
  }

  @Test
  void theFirstPageSaysWhatEachVerdictMeans() throws IOException {
    String page = Files.readString(out.resolve("index.html"));
    String words = page.substring(page.indexOf("id=\"words\""));
    for (Verdict verdict : Verdict.values()) {
      assertThat(words).contains(verdict.word() + "</span></dt><dd>" + verdict.meaning());
    }
  }

  @Test
  void theCurvesOfAComparisonAreATable() throws IOException {
    JsonNode document = JSON.readTree(Files.readString(out.resolve("compared/compare.json")));
    List<String> lines = Files.readAllLines(out.resolve("compared/descents.csv"));
    JsonNode flow = document.path("flow");
    int points = flow.path("loss").size();
    assertThat(lines.get(points))
        .isEqualTo(
            "flow,,,"
                + flow.path("loss").get(points - 1)
                + ","
                + flow.path("entry").get(points - 1));
    JsonNode run = document.path("runs").get(1);
    int last = run.path("curve").path("loss").size() - 1;
    assertThat(lines.get(lines.size() - 1))
        .startsWith("gradient-descent," + run.path("learningRate").asDouble() + ",")
        .endsWith("," + run.path("curve").path("entry").get(last).asDouble());
    assertThat(Files.readString(out.resolve("report.md")))
        .contains("| compared | ", "| swept | ", "Asked: flowcert sweep");
  }

  private static boolean hasPage(Path document) {
    return !Set.of("proved.json", "mutants.json").contains(document.getFileName().toString());
  }

  private static String pageOf(Path document) {
    return switch (document.getFileName().toString()) {
      case "compare.json" -> "compare.html";
      case "summary.json" -> "sweep.html";
      default -> "index.html";
    };
  }

  private static List<Double> shown(String page) {
    return NUMBER
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .map(DocumentSchemasTest::value)
        .toList();
  }

  private static double value(String element) {
    return Double.parseDouble(element.substring(element.indexOf('"') + 1, element.length() - 1));
  }

  private static Set<Double> numbers(JsonNode node) {
    TreeSet<Double> found = new TreeSet<>();
    if (node.isNumber()) {
      found.add(node.asDouble());
    }
    for (JsonNode part : node) {
      found.addAll(numbers(part));
    }
    return found;
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static String kind(JsonNode document) {
    return document.path("schema").asString().replaceAll("flowcert\\.|/1", "");
  }

  private static List<Error> errors(String kind, JsonNode document) throws IOException {
    String name = "/io/github/flowcert/schema/" + kind + ".schema.json";
    try (InputStream stream = DocumentSchemasTest.class.getResourceAsStream(name)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
          .validate(document);
    }
  }
}
