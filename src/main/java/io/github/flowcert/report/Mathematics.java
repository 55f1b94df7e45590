package io.github.flowcert.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.github.flowcert.claim.Glossary;
import io.github.flowcert.mathml.MatrixSymbol;
import io.github.flowcert.mathml.Typesetter;
import java.util.List;

/** Statements of documents on a page. */
public final class Mathematics {

  private Mathematics() {}

  /**
   * A text in Symja's input syntax, typeset; as it is where it cannot be.
   *
   * @return safe to stand in HTML as it is
   */
  public static String html(String text) {
    return Typeset.BY.html(text).orElseGet(() -> asItIs(text));
  }

  /** The letters of a statement about matrices; none where the text is something else. */
  static List<MatrixSymbol> letters(String text) {
    return Typeset.BY.letters(text);
  }

  private static String asItIs(String text) {
    StringOutput escaped = new StringOutput();
    new OwaspHtmlTemplateOutput(escaped).writeUserContent(text);
    return escaped.toString();
  }

  /** Loaded at first use, with the glossary. */
  private static final class Typeset {
    static final Typesetter BY = typesetter(Glossary.read());

    private static Typesetter typesetter(Glossary glossary) {
      return new Typesetter(glossary.mathml(), glossary.calls());
    }
  }
}
