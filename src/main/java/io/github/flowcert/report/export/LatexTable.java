package io.github.flowcert.report.export;

import io.github.flowcert.report.Numbers;
import io.github.flowcert.result.ResultDocument;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Verdicts as a LaTeX table that breaks over pages, to be read in with {@code \input}. */
public final class LatexTable {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\&%$#_{}~^]");
  private static final Pattern EXPONENT = Pattern.compile("(.+)e(-?\\d+)");
  private static final Map<String, String> ESCAPES =
      Map.of("\\", "\\textbackslash{}", "~", "\\textasciitilde{}", "^", "\\textasciicircum{}");

  private LatexTable() {}

  /** The table of all claims of these cases. */
  public static String of(List<ResultDocument> documents) {
    String rows = Row.of(documents).stream().map(LatexTable::line).collect(Collectors.joining());
    return """
        %% \\usepackage{booktabs,longtable}
        {\\footnotesize\\setlength{\\tabcolsep}{3pt}
        \\begin{longtable}{@{}p{0.18\\linewidth}p{0.18\\linewidth}lrrr@{}}
        \\toprule
        Case & Claim & Verdict & Margin & Error & Tightness \\\\
        \\midrule
        \\endhead
        %s\\bottomrule
        \\end{longtable}}
        """
        .formatted(rows);
  }

  private static String line(Row row) {
    return String.join(
            " & ",
            "\\raggedright " + escaped(row.caseName()),
            "\\raggedright " + escaped(row.title()),
            row.claim().status().word(),
            number(row.claim().margin()),
            number(row.claim().marginError()),
            number(row.claim().tightness()))
        + " \\\\\n";
  }

  private static String number(Double value) {
    if (value == null) {
      return "--";
    }
    String shown = Numbers.show(value);
    Matcher parts = EXPONENT.matcher(shown);
    return parts.matches()
        ? "$" + parts.group(1) + " \\cdot 10^{" + parts.group(2) + "}$"
        : "$" + shown + "$";
  }

  private static String escaped(String text) {
    return SPECIAL
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    ESCAPES.getOrDefault(found.group(), "\\" + found.group())));
  }
}
