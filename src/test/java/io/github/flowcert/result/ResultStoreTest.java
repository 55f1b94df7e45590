package io.github.flowcert.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flowcert.result.ClaimResult.Parameter;
import io.github.flowcert.result.ResultDocument.CrossCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultStoreTest {

  private static final ResultDocument DOCUMENT =
      HandMadeDocuments.depth3("theorem-1-depth-3", "about");

  @TempDir Path out;

  @Test
  void documentsComeBackAsTheyWere() throws IOException {
    Path file = ResultStore.write(out, DOCUMENT);
    assertThat(file).isEqualTo(out.resolve("theorem-1-depth-3").resolve("result.json"));
    assertThat(ResultStore.read(file)).isEqualTo(DOCUMENT);
  }

  @Test
  void theSpecimenUsesWritingAndReading() {
    assertThat(ResultStore.warmUp()).isEqualTo(ResultStore.toJson(Specimen.document()));
  }

  @Test
  void everyDoubleComesBackToTheLastBit() throws IOException {
    List<Double> hard =
        List.of(
            0.1 + 0.2,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            -0.0,
            1.0 / 3,
            2e-308,
            9.999999999999999e22);
    Path file = ResultStore.write(out, withLeftSide(hard));
    assertThat(ResultStore.read(file).claims().get(0).left()).containsExactlyElementsOf(hard);
  }

  @Test
  void numbersThatAreNotFiniteAreWrittenAsNull() throws IOException {
    List<Double> left = List.of(Double.NaN, Double.POSITIVE_INFINITY, -1.5);
    Path file = ResultStore.write(out, withLeftSide(left));
    assertThat(Files.readString(file)).doesNotContain("NaN", "Infinity");
    assertThat(ResultStore.read(file).claims().get(0).left())
        .isEqualTo(Arrays.asList(null, null, -1.5));
    assertThat(ResultStore.read(file).claims().get(0).parameters())
        .containsExactly(new Parameter("huge", null));
  }

  @Test
  void keysStandInTheOrderOfTheContract() {
    String json = ResultStore.toJson(DOCUMENT);
    assertThat(json)
        .startsWith("{\n  \"schema\" : \"flowcert.result/1\",\n  \"case\" : \"theorem-1-depth-3\"");
    assertThat(Stream.of("about", "status", "setting", "flow", "claims", "crossChecks").toList())
        .extracting(key -> json.indexOf("\n  \"" + key + "\" :"))
        .doesNotContain(-1)
        .isSorted();
    assertThat(
            Stream.of("time", "loss", "product", "logSingularValues", "determinantSign").toList())
        .extracting(key -> json.indexOf("\"" + key + "\" :", json.indexOf("\"samples\"")))
        .doesNotContain(-1)
        .isSorted();
    assertThat(json).contains("\"status\" : \"not-applicable\"").doesNotContain("\r");
  }

  @Test
  void theSameDocumentIsTheSameText() {
    assertThat(ResultStore.toJson(HandMadeDocuments.depth3("theorem-1-depth-3", "about")))
        .isEqualTo(ResultStore.toJson(DOCUMENT));
  }

  @Test
  void aDocumentThatCannotBeWrittenLeavesTheOldOneAndNothingElse() throws IOException {
    Path file = ResultStore.write(out, DOCUMENT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResultStore.write(out, withUntilTime(Double.NaN)))
        .withMessageContaining("NaN");
    assertThat(ResultStore.read(file)).isEqualTo(DOCUMENT);
    assertThat(file.getParent().toFile().list()).containsExactly("result.json");
  }

  @Test
  void aMoveThatFailsLeavesNoDraftBehind() throws IOException {
    Files.createDirectories(out.resolve("page.html").resolve("in the way"));
    assertThatThrownBy(() -> WholeFile.write(out.resolve("page.html"), "text"))
        .isInstanceOf(IOException.class);
    assertThat(out.toFile().list()).containsExactly("page.html");
  }

  @Test
  void allDocumentsAreReadInTheOrderOfTheirNames() throws IOException {
    for (String name : List.of("b", "c", "a")) {
      ResultStore.write(out, HandMadeDocuments.holding(name));
    }
    Files.createDirectories(out.resolve("proofs").resolve("lemma"));
    Files.writeString(out.resolve("proofs").resolve("lemma").resolve("result.json"), "{}");
    assertThat(ResultStore.readAll(out))
        .extracting(ResultDocument::name)
        .containsExactly("a", "b", "c");
  }

  @Test
  void aHalfWrittenDocumentIsRefusedInOneLineThatNamesTheFile() throws IOException {
    Path file = ResultStore.write(out, DOCUMENT);
    Files.writeString(file, Files.readString(file).substring(0, 700));
    assertRefused(file, "not a whole result document");
  }

  @Test
  void aDocumentOfAnotherSchemaIsRefusedInOneLineThatNamesTheFile() throws IOException {
    Path file = ResultStore.write(out, DOCUMENT);
    String text = Files.readString(file);
    Files.writeString(file, text.replace("flowcert.result/1", "flowcert.result/9"));
    assertRefused(file, "schema is flowcert.result/9, not flowcert.result/1");
    Files.writeString(file, "[]");
    assertRefused(file, "schema is none");
  }

  @Test
  void aDocumentWithoutItsFlowIsRefused() throws IOException {
    Path file = Files.createDirectories(out.resolve("a")).resolve("result.json");
    Files.writeString(file, "{\"schema\": \"flowcert.result/1\", \"case\": \"a\"}");
    assertRefused(file, "not a whole result document");
  }

  @Test
  void anUnknownVerdictIsRefused() throws IOException {
    Path file = ResultStore.write(out, DOCUMENT);
    Files.writeString(file, Files.readString(file).replace("\"violated\"", "\"fine\""));
    assertRefused(file, "fine");
  }

  @Test
  void aNameThatLeavesTheFolderIsRefused() {
    for (String name : List.of("..", ".", "", "a/../../b", "a/b")) {
      assertThatIllegalArgumentException().isThrownBy(() -> ResultStore.folder(out, name));
    }
    assertThat(ResultStore.folder(Path.of("."), "a")).isEqualTo(Path.of("./a"));
  }

  private void assertRefused(Path file, String problem) {
    assertThatThrownBy(() -> ResultStore.readAll(out))
        .isInstanceOf(DocumentException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(problem)
        .message()
        .doesNotContain("\n");
  }

  private static ResultDocument withLeftSide(List<Double> left) {
    ClaimResult claim =
        new ClaimResult(
            "my-bound",
            null,
            Verdict.HOLDS,
            "numeric",
            Double.NEGATIVE_INFINITY,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(new Parameter("huge", Double.POSITIVE_INFINITY)),
            List.of(),
            left,
            null);
    return with(List.of(claim), DOCUMENT.crossChecks());
  }

  private static ResultDocument withUntilTime(double time) {
    return with(DOCUMENT.claims(), List.of(new CrossCheck("product", "factors", 0.0, time, "")));
  }

  private static ResultDocument with(List<ClaimResult> claims, List<CrossCheck> checks) {
    return new ResultDocument(
        DOCUMENT.schema(),
        DOCUMENT.name(),
        DOCUMENT.about(),
        DOCUMENT.status(),
        DOCUMENT.setting(),
        DOCUMENT.flow(),
        claims,
        checks,
        DOCUMENT.falsification(),
        DOCUMENT.provenance(),
        DOCUMENT.input());
  }
}
