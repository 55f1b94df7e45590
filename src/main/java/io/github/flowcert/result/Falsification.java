package io.github.flowcert.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a search for counterexamples among the starts of a case found. That it found none is no
 * proof that there is none.
 *
 * @param starts how many starts were tried beside the case's own; 0 where there was no claim to
 *     search
 * @param seed seed of the search
 * @param without premises of the claims that the starts were let break: {@code balanced}, {@code
 *     determinant}
 * @param among the starts among which was searched, in words; null where there was no search
 * @param claims the worst found for each claim and norm
 * @param worstCase file beside this document with the worst start as a case of its own; null where
 *     nothing was measured
 * @param worstOf the claim for which that start is the worst; null with the file
 * @param reproduce the arguments with which {@code flowcert} judges that file; null with it
 */
public record Falsification(
    @JsonProperty(required = true) int starts,
    @JsonProperty(required = true) long seed,
    @JsonProperty(required = true) List<String> without,
    String among,
    @JsonProperty(required = true) List<Finding> claims,
    String worstCase,
    String worstOf,
    String reproduce) {

  /**
   * The worst start found for a claim, judged in full.
   *
   * @param id claim identifier
   * @param norm the norm; null where the claim is not about norms
   * @param status the verdict at that start
   * @param margin least margin at that start; null where nothing was measured
   * @param marginError its estimated numerical error; null where nothing was measured
   * @param relativeMargin least margin along the search's run from there, in units of the sizes of
   *     both sides; null where nothing was measured
   * @param worst the point of the trajectory at which the margin is least; null where nothing was
   *     measured
   * @param start number of the start in the search, from 1; 0 for the case's own start; null where
   *     no start was judged
   * @param from the start; null with its number, and where the case's own start is not given by
   *     matrices
   * @param sentence what this shows, and what not
   */
  public record Finding(
      String id,
      @JsonInclude(JsonInclude.Include.NON_NULL) String norm,
      Verdict status,
      Double margin,
      Double marginError,
      Double relativeMargin,
      ClaimResult.Witness worst,
      Integer start,
      Start from,
      String sentence) {

    /** The claim, with its norm if it has one. */
    public String label() {
      return norm == null ? id : id + " [" + norm + "]";
    }

    /** Which start, in a word; empty where none was judged. */
    public String startWord() {
      return start == null ? "" : start == 0 ? "own" : start.toString();
    }
  }

  /**
   * A start to the last digit.
   *
   * @param product product matrix of which balanced factors are taken; null where factors are given
   * @param factors factors, W_1 first; null where the product is given
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Start(List<List<Double>> product, List<List<List<Double>>> factors) {}

  /** Whether a violation was found. */
  public boolean foundViolation() {
    return claims.stream().anyMatch(finding -> finding.status == Verdict.VIOLATED);
  }

  /** What the search shows as a whole, in a sentence. */
  public String conclusion() {
    if (starts == 0) {
      return "Nothing was searched: every claim is left out.";
    }
    long violated = claims.stream().filter(each -> each.status == Verdict.VIOLATED).count();
    if (claims.stream().allMatch(each -> each.start == null)) {
      return "Nothing is shown: along none of the trajectories was anything claimed.";
    }
    String tried = starts == 1 ? "1 start was" : starts + " starts were";
    return violated == 0
        ? tried + " tried and no violation found, which is no proof that there is none."
        : tried
            + " tried; a violation was found of "
            + violated
            + " of "
            + claims.stream().filter(each -> each.start != null).count()
            + ". Of the others none was found, which is no proof.";
  }
}
