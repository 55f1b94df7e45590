package io.github.flowcert.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.flowcert.report.export.DescentCsv;
import io.github.flowcert.report.export.LatexTable;
import io.github.flowcert.report.export.MarkdownReport;
import io.github.flowcert.result.CompareDocument;
import io.github.flowcert.result.CompareStore;
import io.github.flowcert.result.ProofDocument;
import io.github.flowcert.result.ProofStore;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.ResultStore;
import io.github.flowcert.result.Specimen;
import io.github.flowcert.result.SweepDocument;
import io.github.flowcert.result.SweepStore;
import io.github.flowcert.result.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The HTML report of the result documents under a folder: one page for all, one for each case. */
public final class Report {

  private static final String FILE = "index.html";

  /** More cases than this are too many to draw every claim of each. */
  private static final int MANY = 100;

  private Report() {}

  /**
   * Writes the page of every case, comparison and proof, and the first page.
   *
   * @return the first page
   * @throws io.github.flowcert.result.DocumentException if a document cannot be used
   * @throws IOException if a page cannot be written; each page is written whole or not at all
   */
  public static Path write(Path outDir) throws IOException {
    for (CompareDocument document : CompareStore.readAll(outDir)) {
      writeComparison(outDir, document);
    }
    for (SweepDocument document : SweepStore.readAll(outDir)) {
      writeSweepPage(outDir, document);
    }
    for (ProofDocument document : ProofStore.readAll(outDir)) {
      String page = render("proofpage.jte", ProofPage.of(document));
      WholeFile.write(ProofStore.folder(outDir, document).resolve(FILE), page);
    }
    return write(outDir, ResultStore.readAll(outDir), name -> true);
  }

  /**
   * Writes the first page over all cases, and the pages of those that have just been written: after
   * a run only its own cases have changed.
   *
   * @param fresh the documents of those cases
   * @return the first page
   * @throws io.github.flowcert.result.DocumentException if a document cannot be used
   * @throws IOException if a page cannot be written; each page is written whole or not at all
   */
  public static Path write(Path outDir, List<ResultDocument> fresh) throws IOException {
    Set<String> changed = fresh.stream().map(ResultDocument::name).collect(Collectors.toSet());
    return write(outDir, ResultStore.readAll(outDir, fresh), changed::contains);
  }

  /**
   * Writes the first page over all cases, and the pages of comparisons that have just been made.
   *
   * @param fresh the documents of those comparisons
   * @return the first page
   * @throws io.github.flowcert.result.DocumentException if a document cannot be used
   * @throws IOException if a page cannot be written; each page is written whole or not at all
   */
  public static Path writeComparisons(Path outDir, List<CompareDocument> fresh) throws IOException {
    for (CompareDocument document : fresh) {
      writeComparison(outDir, document);
    }
    return write(outDir, ResultStore.readAll(outDir), name -> false);
  }

  /**
   * Writes the page of a sweep, and the first page over everything.
   *
   * @return the page of the sweep
   * @throws io.github.flowcert.result.DocumentException if a document cannot be used
   * @throws IOException if a page cannot be written; each page is written whole or not at all
   */
  public static Path writeSweep(Path outDir, SweepDocument document) throws IOException {
    write(outDir, ResultStore.readAll(outDir), name -> false);
    return writeSweepPage(outDir, document);
  }

  private static Path writeSweepPage(Path outDir, SweepDocument document) throws IOException {
    SweepPage view = SweepPage.of(document);
    String page = render("sweeppage.jte", view);
    Path folder = ResultStore.folder(outDir, document.sweep());
    FigureFiles.write(folder, view.figures(), FigureFiles.formats());
    return WholeFile.write(folder.resolve(SweepPage.FILE), page);
  }

  /**
   * Writes a page on what changed from another run to the one in a folder.
   *
   * @param other folder of the other run
   * @return what changed, in a sentence, and the page
   * @throws io.github.flowcert.result.DocumentException if a document cannot be used
   * @throws IOException if the page cannot be written
   */
  public static String writeAgainst(Path outDir, Path other) throws IOException {
    AgainstPage page =
        AgainstPage.of(other.toString(), ResultStore.readAll(other), ResultStore.readAll(outDir));
    Path file = WholeFile.write(outDir.resolve(AgainstPage.FILE), render("againstpage.jte", page));
    return "Against " + other + ": " + page.summary() + ": " + file;
  }

  private static Path write(Path outDir, List<ResultDocument> documents, Predicate<String> changed)
      throws IOException {
    List<ProofDocument> proofs = ProofStore.readAll(outDir);
    boolean many = documents.size() > MANY;
    try {
      documents.parallelStream()
          .filter(document -> changed.test(document.name()))
          .forEach(
              document ->
                  writeCase(
                      outDir,
                      many ? CasePage.ofMany(document, proofs) : CasePage.of(document, proofs)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    List<SweepDocument> sweeps = SweepStore.readAll(outDir);
    Comparisons comparisons = Comparisons.of(CompareStore.readAll(outDir));
    MarkdownReport markdown =
        new MarkdownReport(documents, proofs, sweeps, comparisons.documents());
    WholeFile.write(outDir.resolve("report.md"), markdown.text());
    WholeFile.write(outDir.resolve("verdicts.tex"), LatexTable.of(documents));
    IndexPage index = IndexPage.of(documents, comparisons, proofs, sweeps);
    String page = render("index.jte", index);
    FigureFiles.write(outDir, comparisons.figures(), FigureFiles.formats());
    return WholeFile.write(outDir.resolve(FILE), page);
  }

  private static void writeComparison(Path outDir, CompareDocument document) throws IOException {
    ComparePage view = ComparePage.of(document);
    String page = render("comparepage.jte", view);
    Path folder = ResultStore.folder(outDir, document.name());
    FigureFiles.write(folder, view.figures(), FigureFiles.formats());
    WholeFile.write(folder.resolve(DescentCsv.FILE), DescentCsv.of(document));
    WholeFile.write(folder.resolve(ComparePage.FILE), page);
  }

  private static void writeCase(Path outDir, CasePage page) {
    try {
      Path folder = ResultStore.folder(outDir, page.document().name());
      WholeFile.write(folder.resolve(FILE), render("casepage.jte", page));
      CaseFiles.write(folder, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes, reads, draws and renders something small on threads of its own, so that the classes
   * which documents and reports need are loaded while the flow is being integrated. Returns at
   * once.
   */
  public static void warmUp() {
    inBackground("warm-up-documents", ResultStore::warmUp);
    inBackground("warm-up-report", Report::renderSpecimen);
  }

  private static void inBackground(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    // What fails here fails again, and is reported, when the report is written.
    thread.setUncaughtExceptionHandler((failed, cause) -> {});
    thread.start();
  }

  private static void renderSpecimen() {
    ResultDocument specimen = Specimen.document();
    render("casepage.jte", CasePage.of(specimen, List.of()));
    render(
        "index.jte",
        IndexPage.of(List.of(specimen), Comparisons.of(List.of()), List.of(), List.of()));
  }

  private static String render(String template, Object page) {
    StringOutput output = new StringOutput();
    Engine.PRECOMPILED.render(template, page, output);
    return output.toString();
  }

  /** Loaded at first use: whoever asks for no report pays for no template. */
  private static final class Engine {
    static final TemplateEngine PRECOMPILED =
        TemplateEngine.createPrecompiled(
            null,
            ContentType.Html,
            Report.class.getClassLoader(),
            "io.github.flowcert.report.templates");
  }
}
