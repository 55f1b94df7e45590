package io.github.flowcert.report.export;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.swing.JComponent;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Figures as PDF, as large as they are, made of curves: they need no font where they are read. */
public final class PdfFigure {
  // The library reads the rules of a class, not those of a class within an element. A figure in a
  // file of its own has one plot, so that both say the same.
  private static final Pattern WITHIN = Pattern.compile("#[\\w-]+ (?=\\.)");

  private static final String FONT_OF_PLOTS = "Lucida Grande, sans-serif";

  private PdfFigure() {}

  /**
   * The document of a figure.
   *
   * @param svg a figure that stands alone
   * @throws IOException if the document cannot be made
   */
  public static byte[] of(String svg) throws IOException {
    return drawn(parsed(svg));
  }

  /** Whether Java finds a font to write with. */
  public static boolean isPossible() {
    return Fonts.THERE;
  }

  private static SVGDocument parsed(String svg) {
    String plain = WITHIN.matcher(svg).replaceAll("").replace(FONT_OF_PLOTS, Font.SANS_SERIF);
    ByteArrayInputStream bytes = new ByteArrayInputStream(plain.getBytes(StandardCharsets.UTF_8));
    SVGDocument document = new SVGLoader().load(bytes, null, LoaderContext.createDefault());
    if (document == null) {
      throw new IllegalArgumentException("no figure: " + svg);
    }
    return document;
  }

  private static byte[] drawn(SVGDocument figure) throws IOException {
    FloatSize size = figure.size();
    PDPage page = new PDPage(new PDRectangle(size.width, size.height));
    try (PDDocument document = new PDDocument()) {
      // Without it the library takes the time of day, and no two files are the same.
      document.setDocumentId(0L);
      document.addPage(page);
      PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, size.width, size.height);
      figure.render((JComponent) null, graphics);
      graphics.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(graphics.getXFormObject());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  /** Asked once: a Java without fonts fails with an error of its own making. */
  private static final class Fonts {
    static final boolean THERE = there();

    private static boolean there() {
      try {
        return GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getAvailableFontFamilyNames()
                .length
            > 0;
      } catch (RuntimeException | LinkageError | InternalError e) {
        return false;
      }
    }
  }
}
