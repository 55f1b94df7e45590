package io.github.flowcert.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.DocumentException;
import io.github.flowcert.result.HandMadeDocuments;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.ResultStore;
import io.github.flowcert.result.Specimen;
import io.github.flowcert.result.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportTest {

  private static final String ABOUT = "Depth 3 <script>alert('hello')</script> & \"quotes\"";

  @TempDir static Path out;

  private static String casePage;
  private static String indexPage;

  @BeforeAll
  static void writeReport() throws IOException {
    ResultStore.write(out, HandMadeDocuments.depth3("theorem-1-depth-3", ABOUT));
    ResultStore.write(out, HandMadeDocuments.holding("a-first"));
    ResultStore.write(out, HandMadeDocuments.holding("z-last"));
    assertThat(Report.write(out)).isEqualTo(out.resolve("index.html"));
    indexPage = Files.readString(out.resolve("index.html"));
    casePage = Files.readString(out.resolve("theorem-1-depth-3").resolve("index.html"));
  }

  @Test
  void everyVerdictStandsThereInItsWord() {
    for (Verdict verdict : Verdict.values()) {
      String badge =
          "<span class=\"verdict verdict-" + verdict.word() + "\">" + verdict.word() + "</span>";
      assertThat(casePage).contains(badge);
    }
  }

  @Test
  void marginsStandThereRoundedWithTheExactValueAtHand() throws Exception {
    Document page = parsed(casePage);
    assertThat(texts(page, "data")).contains("-0.03125", "0.7071", "1.25e-9");
    assertThat(casePage).contains(">1.235</data>").contains("title=\"1.23456789\"");
  }

  @Test
  void theDeterminantAtLossOneTenthIsTheOneOfTheDocument() throws Exception {
    assertThat(texts(parsed(casePage), "td")).contains("2.540e-4", "1.160e-4", "3.800e-6");
  }

  @Test
  void aClaimAboutSolutionsIsShownWithItsXAndWithoutAFigure() throws Exception {
    ClaimResult about =
        new ClaimResult(
            "proposition-2/distance-limit",
            null,
            Verdict.HOLDS,
            "numeric",
            0.125,
            1e-9,
            ClaimResult.Witness.onSolution(-3.25, 0.5, 0.625),
            0.8,
            ClaimResult.Witness.onSolution(-3.25, 0.5, 0.625),
            "looked at for some x",
            "distance(1) < 2/Abs(x)",
            null,
            List.of(),
            List.of(),
            null,
            null);
    ResultDocument document = Specimen.document();
    ResultDocument changed =
        new ResultDocument(
            document.schema(),
            "solutions",
            document.about(),
            document.status(),
            document.setting(),
            document.flow(),
            List.of(about),
            document.crossChecks(),
            document.falsification(),
            document.provenance(),
            document.input());
    Path elsewhere = Files.createDirectory(out.resolve("elsewhere"));
    ResultStore.write(elsewhere, changed);
    Report.write(elsewhere);
    String text = Files.readString(elsewhere.resolve("solutions").resolve("index.html"));
    assertThat(texts(parsed(text), "td")).contains("x = -3.25");
    assertThat(texts(parsed(text), "dd"))
        .contains("looked at for some x")
        .anyMatch(each -> each.startsWith("x = -3.25; left side 0.5"))
        .contains("0.8 at x = -3.25 (1 where the bound is met exactly)");
    assertThat(text).doesNotContain("proposition-2-distance-limit-sides");
  }

  @Test
  void aClaimIsShownWithItsTightnessAndWhereThatIs() throws Exception {
    assertThat(texts(parsed(casePage), "td")).contains("0.875");
    assertThat(texts(parsed(casePage), "dd"))
        .contains("0.875 at time 525.1, loss 0.001 (1 where the bound is met exactly)");
  }

  @Test
  void textOfTheCaseIsEscaped() throws Exception {
    assertThat(casePage).doesNotContain("<script>alert").doesNotContain("<apart>");
    assertThat(texts(parsed(casePage), "p")).contains(ABOUT);
    assertThat(indexPage).contains("the layers drift &lt;apart&gt; &amp; on");
  }

  @Test
  void pagesAreWellFormedAndTheirIdsUnique() throws Exception {
    for (String text : List.of(indexPage, casePage)) {
      Document page = parsed(text);
      assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
      assertThat(attributes(page, "*", "id")).doesNotHaveDuplicates();
    }
  }

  @Test
  void linksInsideThePagesLeadSomewhere() throws Exception {
    Document page = parsed(casePage);
    List<String> ids = attributes(page, "*", "id");
    assertThat(attributes(page, "a", "href"))
        .filteredOn(href -> href.startsWith("#"))
        .isNotEmpty()
        .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
    assertThat(attributes(parsed(indexPage), "a", "href"))
        .filteredOn(href -> href.startsWith("theorem-1-depth-3/index.html#"))
        .isNotEmpty()
        .allSatisfy(href -> assertThat(ids).contains(href.substring(href.indexOf('#') + 1)));
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    for (String page : List.of(indexPage, casePage)) {
      assertThat(page.replaceAll("xmlns(:xlink)?=\"[^\"]*\"", ""))
          .doesNotContain("http://", "https://", "@import", "<link", "src=");
    }
  }

  @Test
  void everyFigureHasOneDrawing() throws Exception {
    Document page = parsed(casePage);
    assertThat(attributes(page, "figure", "id"))
        .containsExactlyInAnyOrder(
            "unobserved",
            "norms",
            "margins",
            "singular-values",
            "determinant",
            "effective-rank",
            "claim-theorem-1-norm-frobenius--sides",
            "claim-theorem-1-norm-nuclear--sides",
            "claim-theorem-1-norm-spectral--sides",
            "claim-theorem-1-effective-rank-sides");
    NodeList figures = page.getElementsByTagName("figure");
    for (int i = 0; i < figures.getLength(); i++) {
      assertThat(((Element) figures.item(i)).getElementsByTagName("svg").getLength()).isOne();
    }
  }

  @Test
  void tablesHaveCaptionsAndTheirHeadersScopes() throws Exception {
    for (String text : List.of(indexPage, casePage)) {
      Document page = parsed(text);
      assertThat(page.getElementsByTagName("caption").getLength())
          .isEqualTo(page.getElementsByTagName("table").getLength())
          .isPositive();
      assertThat(attributes(page, "th", "scope"))
          .hasSize(page.getElementsByTagName("th").getLength());
    }
  }

  @Test
  void theIndexHasARowForEachCaseAndAColumnForEachClaim() throws Exception {
    Document page = parsed(indexPage);
    assertThat(texts(page, "th"))
        .containsSubsequence("Case", "Status", "theorem-1/norm", "theorem-1/effective-rank")
        .containsSubsequence("a-first", "theorem-1-depth-3", "z-last");
    assertThat(texts(page, "td")).contains("not asked");
  }

  @Test
  void aClaimOfSeveralNormsShowsItsWorst() throws Exception {
    assertThat(texts(parsed(indexPage), "td"))
        .anySatisfy(
            cell -> assertThat(cell).startsWith("undecided").endsWith("spectral, worst of 3"));
  }

  @Test
  void theIndexSaysWhatIsNotSettledAndWhy() throws Exception {
    assertThat(texts(parsed(indexPage), "li"))
        .containsExactly(
            "undecided theorem-1/norm (spectral) in theorem-1-depth-3: the margin lies inside its"
                + " numerical error",
            "violated balancedness in theorem-1-depth-3: the layers drift <apart> & on",
            "refuted my-bound in theorem-1-depth-3: at w(1,1) = 3 it fails");
  }

  @Test
  void theSameDocumentsGiveTheSamePages(@TempDir Path again) throws IOException {
    ResultStore.write(again, HandMadeDocuments.depth3("theorem-1-depth-3", ABOUT));
    Report.write(again);
    assertThat(again.resolve("theorem-1-depth-3").resolve("index.html")).hasContent(casePage);
  }

  @Test
  void onlyThePagesOfChangedCasesAreWrittenWhenAsked(@TempDir Path other) throws IOException {
    ResultStore.write(other, HandMadeDocuments.holding("old"));
    ResultStore.write(other, HandMadeDocuments.holding("new"));
    Report.write(other, List.of(HandMadeDocuments.holding("new")));
    assertThat(other.resolve("new").resolve("index.html")).exists();
    assertThat(other.resolve("old").resolve("index.html")).doesNotExist();
    assertThat(Files.readString(other.resolve("index.html"))).contains("old/index.html");
  }

  @Test
  void theSpecimenHasEveryPartAPageCanShow() {
    CasePage page = CasePage.of(Specimen.document(), List.of());
    assertThat(page.figures()).hasSize(6);
    assertThat(page.claims()).allSatisfy(claim -> assertThat(claim.figure()).isPresent());
  }

  @Test
  void aFolderWithoutResultsGivesAPageThatSaysSo(@TempDir Path empty) throws IOException {
    assertThat(Files.readString(Report.write(empty))).contains("There are no results yet.");
  }

  @Test
  void aBrokenDocumentStopsTheReport(@TempDir Path broken) throws IOException {
    Path file = ResultStore.write(broken, HandMadeDocuments.holding("a"));
    Files.writeString(file, "{");
    assertThatThrownBy(() -> Report.write(broken)).isInstanceOf(DocumentException.class);
    assertThat(broken.resolve("index.html")).doesNotExist();
  }

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document page, String tag) {
    return elements(page, tag).stream()
        .map(element -> element.getTextContent().replaceAll("\\s+", " ").strip())
        .toList();
  }

  private static List<String> attributes(Document page, String tag, String attribute) {
    return elements(page, tag).stream()
        .map(element -> element.getAttribute(attribute))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
