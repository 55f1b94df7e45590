package io.github.flowcert.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CaseSchemaTest {
  private static final Path SCHEMA =
      Path.of("src/main/resources/io/github/flowcert/schema/case.schema.json");
  private static final String POINTER = "# yaml-language-server: $schema=";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  static Stream<Path> shipped() throws InputException {
    return CaseFiles.find(List.of(Path.of("cases"))).stream();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedCaseFitsTheSchemaAndIsRead(Path file) throws Exception {
    assertThat(errors(Files.readString(file))).isEmpty();
    assertThat(new CaseReader(new SmallVocabulary()).read(file).about()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void theFirstLineOfEveryShippedCasePointsEditorsAtTheSchema(Path file) throws IOException {
    String line = Files.readAllLines(file).get(0);
    assertThat(line).startsWith(POINTER);
    assertThat(file.resolveSibling(line.substring(POINTER.length())).normalize()).isEqualTo(SCHEMA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: product\n  product: [[1, 2], [.5, 1e-3]]\n  radius: 0",
        "kind: factors\n  factors: [[[1, 2], [3, 4]], [[1, 2], [3, 4]]]",
        "kind: gaussian\n  scale: 1\n  seed: 7\n  determinant: negative",
        "kind: balanced-gaussian\n  scale: 1\n  seed: 7",
        "kind: identity\n  scale: 1\nabout: text\n"
            + "norms: [nuclear, {schatten: 2/3}, {entrywise: inf}]",
        "kind: identity\n  scale: 1\n"
            + "norms: [rowsum, {ky-fan: 2}, {operator: 1}, {operator: inf},"
            + " {weighted-schatten: {p: 1/2, weights: [2, 1]}},"
            + " {name: mine, expression: frobenius, triangle: 1}]",
        "kind: identity\n  scale: 1\nlet: {k: 1e-3, K2: 'k + 1'}",
        "kind: identity\n  scale: 1\ndescent: {learning-rates: [1e-2], iterations: 50}",
        "kind: identity\n  scale: 1\ndescent: {learning-rates: [1e-2], iterations: 50,"
            + " method: adaptive, precision: single, figure: figure-1}",
        "kind: identity\n  scale: 1\ndescent: {learning-rates: [1e-2], iterations: 50,"
            + " method: {kind: momentum, coefficient: 0.9}}",
        "kind: identity\n  scale: 1\ndescent: {learning-rates: [1e-2], iterations: 50,"
            + " method: {kind: stochastic, batch: 2, seed: -1}, precision: double-double}"
      })
  void schemaAndReaderBothAcceptWhatIsGood(String initial) throws Exception {
    String text = CaseFixture.changed("kind: identity\n  scale: 1e-3", initial);
    assertThat(errors(text)).isEmpty();
    assertThat(new CaseFixture(folder).read(text).name()).isEqualTo("good");
  }

  private static String regression(String problem, String initial) {
    return "case: good\nproblem: {kind: least-squares, "
        + problem
        + "}\ninitial: "
        + initial
        + "\nclaims: [determinant-sign]\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "X: [[1, 2], [3, 4]], y: [1, 2]; {kind: zero}",
        "X: x.csv, y: y.csv; {kind: vector, value: [1, 2]}",
        "X: {random: {size: [2, 2], condition: 1e12, seed: 1}}, y: {random: {seed: 1}}; {kind: zero}",
        "X: {random: {size: [2, 2], rank: 1, seed: 1}}, y: {random: {seed: 1, noise: 0}}; {kind: zero}",
      })
  void schemaAndReaderBothAcceptRegressions(String problem, String initial) throws Exception {
    Files.writeString(folder.resolve("x.csv"), "1,2\n3,4\n");
    Files.writeString(folder.resolve("y.csv"), "1\n2\n");
    assertThat(errors(regression(problem, initial))).isEmpty();
    Case read = new CaseFixture(folder).read(regression(problem, initial));
    assertThat(read.problem().kind()).isEqualTo("least-squares");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "X: [[1, 2], [3, 4]]; {kind: zero}",
        "X: [[1, 2], [3, 4]], y: [1, two]; {kind: zero}",
        "X: [[1, 2], [3, 4]], y: [1, 2], observed: [[1]]; {kind: zero}",
        "X: [[1, 2], [3, 4]], y: [1, 2]; {kind: identity, scale: 1}",
        "X: [[1, 2], [3, 4]], y: [1, 2]; {kind: vector}",
        "X: {random: {size: [2], condition: 2, seed: 1}}, y: [1, 2]; {kind: zero}",
        "X: {random: {size: [2, 2], condition: 0.5, seed: 1}}, y: [1, 2]; {kind: zero}",
        "X: {random: {size: [2, 2], condition: 2}}, y: [1, 2]; {kind: zero}",
        "X: [[1, 2], [3, 4]], y: [1, 2]; '{kind: zero}\nfactorization: {depth: 1}'",
      })
  void schemaAndReaderBothRefuseRegressions(String problem, String initial) {
    String text = regression(problem, initial.replace("\\n", "\n"));
    assertThat(errors(text)).isNotEmpty();
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> new CaseFixture(folder).read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "measurements: [{matrix: [[1, 0], [0, 2]], label: 1.5}]",
        "measurements: {matrices: [[[1, 0], [0, 2]], a.csv], labels: [1, 2]}",
        "measurements: {matrices: [a.csv, a.csv], labels: y.csv}",
        "random: {size: [4, 6], measurements: 20, rank: 2, seed: 1}"
      })
  void schemaAndReaderBothAcceptMeasurements(String measurements) throws Exception {
    Files.writeString(folder.resolve("a.csv"), "1,2\n3,4\n");
    Files.writeString(folder.resolve("y.csv"), "1\n2\n");
    String text =
        CaseFixture.changed(
            "matrix-completion\n  observed:\n    - ['?', 1]\n    - [1, 0]",
            "matrix-sensing\n  " + measurements);
    assertThat(errors(text)).isEmpty();
    assertThat(new CaseFixture(folder).read(text).problem().kind()).isEqualTo("matrix-sensing");
  }

  static Stream<String> bad() {
    return Stream.of(
            List.of("case: good", "case: a b"),
            List.of("case: good", "case: 12"),
            List.of("case: good\n", ""),
            List.of("claims:", "claim:"),
            List.of("- determinant-sign", "- determinant-sing"),
            List.of("- determinant-sign", "- {id: mine}"),
            List.of("claims:", "descent: {learning-rates: [1, 1], iterations: 5}\nclaims:"),
            List.of(
                "claims:",
                "descent: {learning-rates: [1], iterations: 5, method: momentum}\nclaims:"),
            List.of(
                "claims:", "descent: {learning-rates: [1], iterations: 5, precision: 3}\nclaims:"),
            List.of("\n  - determinant-sign", " []"),
            List.of("[1, 0]", "[1, word]"),
            List.of("[1, 0]", "[1, '0']"),
            List.of("[1, 0]", "[]"),
            List.of("matrix-completion", "matrix-sensing"),
            List.of("depth: 2", "depth: 0"),
            List.of("depth: 2", "depth: 2.5"),
            List.of("scale: 1e-3", "scale: 0"),
            List.of("scale: 1e-3", "scale: 1e-3\n  radius: -1e-6"),
            List.of("scale: 1e-3", "scale: 1e-3\n  determinant: negative"),
            List.of("kind: identity", "kind: gaussian"),
            List.of("kind: identity", "kind: product"),
            List.of("kind: identity", "kind: zero"),
            List.of("integrator: auto", "integrator: euler"),
            List.of("integrator: auto", "tolerance: {relative: 0}"),
            List.of("integrator: auto", "record: {loss: [-1]}"),
            List.of("claims:", "norms: [{schatten: 0/2}]\nclaims:"),
            List.of("claims:", "norms: [{operator: 2}]\nclaims:"),
            List.of("claims:", "norms: [{ky-fan: 1.5}]\nclaims:"),
            List.of("claims:", "norms: [{weighted-schatten: {p: inf, weights: [2, 1]}}]\nclaims:"),
            List.of("claims:", "norms: [{weighted-schatten: {p: 1, weights: [2, 0]}}]\nclaims:"),
            List.of("claims:", "norms: [{name: mine, expression: frobenius}]\nclaims:"),
            List.of("claims:", "norms: [taxicab]\nclaims:"),
            List.of("claims:", "let: {2k: 1}\nclaims:"),
            List.of("claims:", "let: {k: [1]}\nclaims:"),
            List.of("claims:", "let: k\nclaims:"))
        .map(change -> CaseFixture.changed(change.get(0), change.get(1)));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void schemaAndReaderBothRefuseWhatIsBad(String text) {
    assertThat(errors(text)).isNotEmpty();
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> new CaseFixture(folder).read(text));
  }

  @Test
  void theSchemaListsTheFormulationsAndIntegratorsThatExist() throws IOException {
    JsonNode flow = JSON.readTree(Files.readString(SCHEMA)).at("/$defs/flow/properties");
    assertThat(words(flow.at("/formulation/enum")))
        .isEqualTo(Arrays.stream(Formulation.values()).map(Formulation::word).toList());
    assertThat(words(flow.at("/integrator/enum")))
        .isEqualTo(Arrays.stream(IntegratorKind.values()).map(IntegratorKind::word).toList());
  }

  @Test
  void theSchemaListsTheClaimsOfTheCatalogue() throws IOException {
    JsonNode claims = JSON.readTree(Files.readString(SCHEMA)).at("/$defs/catalogued-claim/enum");
    assertThat(words(claims)).containsExactlyInAnyOrderElementsOf(new Catalogue().identifiers());
  }

  private static List<String> words(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static List<Error> errors(String yaml) {
    Object plain =
        new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
    return schema().validate(JSON.<JsonNode>valueToTree(plain));
  }

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(SCHEMA));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
