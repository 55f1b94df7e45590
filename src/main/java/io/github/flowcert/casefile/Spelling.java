package io.github.flowcert.casefile;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Hints for words that are not known. */
public final class Spelling {
  private static final int MOST_SLIPS = 2;

  private Spelling() {}

  /** The known word that was probably meant, or all of them. */
  public static String hint(String word, List<String> known) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return known.stream()
        .min(Comparator.comparing(each -> distance.apply(word, each)))
        .filter(nearest -> distance.apply(word, nearest) <= MOST_SLIPS)
        .map(nearest -> "did you mean '" + nearest + "'?")
        .orElseGet(() -> "known here: " + String.join(", ", known));
  }
}
