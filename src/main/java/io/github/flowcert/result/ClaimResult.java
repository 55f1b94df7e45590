package io.github.flowcert.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The verdict on one claim for one case.
 *
 * @param id claim identifier, as in {@code theorem-1/norm}
 * @param norm the norm it was judged for; null where the claim is not about norms
 * @param status the verdict
 * @param evidence {@code numeric}, {@code interval}, {@code symbolic} or {@code none}
 * @param margin least margin along the trusted trajectory or whatever the claim is about, positive
 *     where the claim holds; null where nothing was measured
 * @param marginError estimated numerical error of that margin; null where nothing was measured
 * @param worst the point at which the margin is least; null where nothing was measured
 * @param tightness how close the claim comes to its bound in proportion: the largest quotient of
 *     the side claimed to be smaller by the side claimed to be larger, over all those points where
 *     both are positive. 1 is tight, and near 0 the bound says little. More than 1 only where the
 *     claim is violated: elsewhere that is numerical error, and 1 is put for it. Null where nothing
 *     was measured or no point has two positive sides, as where a bound is vacuous throughout
 * @param tightest the point at which that quotient is largest; null where there is none
 * @param reason why it is undecided or not applicable, what the witness shows, or over what a claim
 *     that holds was looked at; else null
 * @param statement the claim's expression in Symja's input syntax
 * @param source paper and equation; null for a claim of the user's own
 * @param parameters the constants in the statement, by name, as computed
 * @param hypotheses what must hold for the claim to apply, and whether it does
 * @param left left side at the points of the flow's curve (null entries where not evaluated); null
 *     for claims that are not one comparison
 * @param right right side at the same points
 * @param enclosure what a validated integration showed; null where none was asked for or could be
 *     made
 * @param proof the proof that concludes the claim for every trajectory that meets its hypotheses;
 *     null where there is none, or the case does not meet them exactly
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ClaimResult(
    String id,
    @JsonInclude(JsonInclude.Include.NON_NULL) String norm,
    Verdict status,
    String evidence,
    Double margin,
    Double marginError,
    Witness worst,
    Double tightness,
    Witness tightest,
    String reason,
    String statement,
    String source,
    List<Parameter> parameters,
    List<Hypothesis> hypotheses,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<Double> left,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<Double> right,
    @JsonInclude(JsonInclude.Include.NON_NULL) Enclosure enclosure,
    @JsonInclude(JsonInclude.Include.NON_NULL) Proof proof) {

  /** A verdict without an enclosure and without a proof. */
  public ClaimResult(
      String id,
      String norm,
      Verdict status,
      String evidence,
      Double margin,
      Double marginError,
      Witness worst,
      Double tightness,
      Witness tightest,
      String reason,
      String statement,
      String source,
      List<Parameter> parameters,
      List<Hypothesis> hypotheses,
      List<Double> left,
      List<Double> right) {
    this(
        id,
        norm,
        status,
        evidence,
        margin,
        marginError,
        worst,
        tightness,
        tightest,
        reason,
        statement,
        source,
        parameters,
        hypotheses,
        left,
        right,
        /* enclosure= */ null,
        /* proof= */ null);
  }

  /** The same claim with another verdict, which an enclosure gives. */
  public ClaimResult judged(Verdict verdict, String by, String why, Enclosure shown) {
    return new ClaimResult(
        id,
        norm,
        verdict,
        by,
        margin,
        marginError,
        worst,
        tightness,
        tightest,
        why,
        statement,
        source,
        parameters,
        hypotheses,
        left,
        right,
        shown,
        proof);
  }

  /** The same claim with the verdict that a proof gives, or that a proof casts doubt on. */
  public ClaimResult judged(Verdict verdict, String by, String why, Proof shown) {
    return new ClaimResult(
        id,
        norm,
        verdict,
        by,
        margin,
        marginError,
        worst,
        tightness,
        tightest,
        why,
        statement,
        source,
        parameters,
        hypotheses,
        left,
        right,
        enclosure,
        shown);
  }

  /** The same claim where a hypothesis is found not to hold. */
  public ClaimResult notApplicable(String why, List<Hypothesis> found) {
    return new ClaimResult(
        id,
        norm,
        Verdict.NOT_APPLICABLE,
        "none",
        null,
        null,
        null,
        null,
        null,
        why,
        statement,
        source,
        parameters,
        found,
        null,
        null,
        null,
        null);
  }

  /**
   * The proof on which a verdict rests.
   *
   * @param name name of the proof
   * @param declared facts from the literature that it uses and does not check
   * @param numeric the verdict of the integration, with which the margin goes
   */
  public record Proof(String name, List<String> declared, Verdict numeric) {
    /** Keeps the list from changing. */
    public Proof {
      declared = List.copyOf(declared);
    }
  }

  /**
   * What a validated integration showed, for all starts of the case and all times from 0 on.
   *
   * @param until the time up to which the trajectories were followed
   * @param margin contains the least margin where the claim is enclosed; where it is refuted the
   *     margins of all trajectories from some of the starts in the span of time; null where nothing
   *     is known
   * @param time the span of time in which that margin is; null where there is none
   * @param coordinates the unknowns of the integration
   * @param steps its steps
   * @param parts into how many boxes the starts were divided
   * @param numeric the verdict of the floating-point integration
   */
  public record Enclosure(
      double until,
      Bounds margin,
      Bounds time,
      String coordinates,
      int steps,
      int parts,
      Verdict numeric) {}

  /**
   * An interval.
   *
   * @param lower lower bound; null where there is none
   * @param upper upper bound; null where there is none
   */
  public record Bounds(Double lower, Double upper) {}

  /**
   * A point of the trajectory, or of the line of solutions, and both sides of the claim there.
   *
   * @param time time at a point of the trajectory; else null
   * @param loss loss at a point of the trajectory; else null
   * @param left left side; null where the claim is not one comparison
   * @param right right side; null where the claim is not one comparison
   * @param x the unobserved entry at a solution; else null
   */
  public record Witness(
      Double time,
      Double loss,
      Double left,
      Double right,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double x) {

    /** A point of the trajectory. */
    public Witness(double time, double loss, Double left, Double right) {
      this(time, loss, left, right, null);
    }

    /** A solution. */
    public static Witness onSolution(double x, Double left, Double right) {
      return new Witness(null, null, left, right, x);
    }

    /** Both sides of a claim that is about no point. */
    public static Witness nowhere(Double left, Double right) {
      return new Witness(null, null, left, right, null);
    }
  }

  /**
   * A constant of the statement, as computed.
   *
   * @param value null where it is too large for a double
   */
  public record Parameter(String name, Double value) {}

  /**
   * A hypothesis and how it stands in this case.
   *
   * @param id its identifier
   * @param statement what it demands
   * @param holds whether it was found to hold
   * @param value what was found, in words and numbers
   * @param dropped whether the claim was judged as if it did not suppose this
   */
  public record Hypothesis(
      String id, String statement, boolean holds, String value, boolean dropped) {

    /** A hypothesis that the claim supposes. */
    public Hypothesis(String id, String statement, boolean holds, String value) {
      this(id, statement, holds, value, false);
    }

    /** The same, no longer supposed. */
    public Hypothesis asDropped() {
      return new Hypothesis(id, statement, holds, value, true);
    }

    /** Whether it lets the claim be judged. */
    public boolean met() {
      return holds || dropped;
    }
  }
}
