package io.github.flowcert.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.result.HandMadeDocuments;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Sample;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;

class ExportsTest {
  private static final ResultDocument DOCUMENT = HandMadeDocuments.depth3("depth_3", "a & b");

  @Test
  void everyPointOfTheTrajectoryIsARowWithTheNumbersOfTheDocument() {
    List<String> lines = Arrays.asList(TrajectoryCsv.of(DOCUMENT).split("\r\n", -1));
    List<String> names = fields(lines.get(0));
    assertThat(names)
        .startsWith("time", "loss", "w(1,1)", "w(1,2)", "w(2,1)", "w(2,2)", "logsigma(1)")
        .contains("theorem-1/norm [frobenius] left", "theorem-1/norm [frobenius] right");
    Sample last = DOCUMENT.flow().curve().get(DOCUMENT.flow().curve().size() - 1);
    List<String> row = fields(lines.get(lines.size() - 2));
    assertThat(row).hasSameSizeAs(names);
    assertThat(Double.parseDouble(row.get(0))).isEqualTo(last.time());
    assertThat(Double.parseDouble(row.get(2))).isEqualTo(last.product().get(0).get(0));
    assertThat(row.get(names.indexOf("theorem-1/norm [frobenius] left")))
        .isEqualTo(DOCUMENT.claims().get(0).left().get(DOCUMENT.flow().curve().size() - 1) + "");
    assertThat(lines).hasSizeGreaterThanOrEqualTo(DOCUMENT.flow().curve().size() + 2);
  }

  @Test
  void aFigureAsPdfHasItsSizeInCurvesAndIsTheSameEveryTime() throws IOException {
    String svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"480\" height=\"310\">"
            + "<style>#a-0 .title { font-size: 15px; font-family: Lucida Grande, sans-serif; }"
            + "</style><g id=\"a-0\"><path d=\"M0 0 L100 50\" stroke=\"#0072b2\"/>"
            + "<text class=\"title\" x=\"50\" y=\"50\">loss σ</text></g></svg>";
    byte[] pdf = PdfFigure.of(svg);
    assertThat(PdfFigure.of(svg)).isEqualTo(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDRectangle box = document.getPage(0).getMediaBox();
      assertThat(List.of(box.getWidth(), box.getHeight())).containsExactly(480f, 310f);
      assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
      assertThat(new PDFTextStripper().getText(document)).isBlank();
    }
  }

  @Test
  void timesAreInOrder() {
    List<Double> times =
        TrajectoryCsv.of(DOCUMENT)
            .lines()
            .skip(1)
            .map(line -> Double.valueOf(fields(line).get(0)))
            .toList();
    assertThat(times).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void theLatexTableHasSixColumnsInEveryRowAndNothingUnescaped() {
    String table = LatexTable.of(List.of(DOCUMENT));
    assertThat(table)
        .startsWith("% \\usepackage{booktabs,longtable}\n{\\footnotesize")
        .contains("depth\\_3 & \\raggedright theorem-1/norm (frobenius) & holds & $0.7071$")
        .contains("$1.25 \\cdot 10^{-9}$")
        .endsWith("\\bottomrule\n\\end{longtable}}\n");
    assertThat(table.lines().filter(line -> line.endsWith(" \\\\")).toList())
        .hasSize(1 + DOCUMENT.claims().size())
        .allSatisfy(line -> assertThat(line.split(" & ", -1)).hasSize(6))
        .allSatisfy(line -> assertThat(line).doesNotContainPattern("(?<!\\\\)[_#%]"));
  }

  @Test
  void theMarkdownIsRenderedAsATableWithEveryVerdict() {
    List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
    String html =
        HtmlRenderer.builder()
            .extensions(tables)
            .build()
            .render(
                Parser.builder()
                    .extensions(tables)
                    .build()
                    .parse(
                        new MarkdownReport(List.of(DOCUMENT), List.of(), List.of(), List.of())
                            .text()));
    assertThat(html)
        .contains("<h1>flowcert report</h1>")
        .contains("<td>depth_3</td>\n<td>theorem-1/norm (frobenius)</td>\n<td>holds</td>")
        .contains(
            "<strong>violated</strong> balancedness in depth_3: the layers drift &lt;apart&gt;");
    assertThat(html.split("<tr>", -1)).hasSize(2 + DOCUMENT.claims().size());
  }

  private static List<String> fields(String line) {
    return List.of(line.replaceAll("\"([^\"]*),([^\"]*)\"", "$1;$2").split(",", -1)).stream()
        .map(field -> field.replace(';', ','))
        .toList();
  }
}
