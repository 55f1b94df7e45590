package io.github.flowcert.report;

import io.github.flowcert.report.export.PdfFigure;
import io.github.flowcert.result.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The figures of a page as files, for papers, in {@link #FOLDER} beside the page. */
public final class FigureFiles {
  /** Name of the folder. */
  public static final String FOLDER = "figures";

  static final String SVG = "svg";

  private static final String PDF = "pdf";
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private FigureFiles() {}

  /** In what formats figures can be written: as SVG, and as PDF where Java has fonts. */
  public static List<String> formats() {
    return PdfFigure.isPossible() ? List.of(SVG, PDF) : List.of(SVG);
  }

  static void write(Path besidePage, List<DrawnFigure> figures, List<String> formats)
      throws IOException {
    Path folder = besidePage.resolve(FOLDER);
    for (DrawnFigure figure : figures) {
      String svg = figure.standalone();
      WholeFile.write(folder.resolve(figure.id() + "." + SVG), XML + svg);
      if (formats.contains(PDF)) {
        WholeFile.write(folder.resolve(figure.id() + "." + PDF), PdfFigure.of(svg));
      }
    }
  }
}
