package io.github.flowcert.verify;

import io.github.flowcert.claim.Along;
import io.github.flowcert.claim.CaseFacts;
import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.claim.CompiledClaim;
import io.github.flowcert.claim.Hypothesis;
import io.github.flowcert.claim.Premise;
import io.github.flowcert.claim.RegressionPoint;
import io.github.flowcert.claim.Setting;
import io.github.flowcert.claim.TrajectoryPoint;
import io.github.flowcert.enclose.TubeClaim;
import io.github.flowcert.expression.Comparison;
import io.github.flowcert.expression.Condition;
import io.github.flowcert.expression.Quantities;
import io.github.flowcert.expression.Relation;
import io.github.flowcert.expression.Term;
import io.github.flowcert.flow.ClosedForm;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.reading.NoReadingException;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ClaimResult.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A claim to be judged in a case, for one norm where it is about norms. */
final class JudgedClaim {
  private final ClaimDefinition definition;
  private final Optional<CompiledClaim> claim;
  private final Setting setting;
  private final List<ClaimResult.Hypothesis> hypotheses;
  private final Optional<ClosedForm> closed;
  private final FlowState start;
  private final boolean slope;
  private final boolean factors;

  /**
   * A claim for a case.
   *
   * @param claim the claim as read; empty where it has no meaning for the problem, which one of its
   *     hypotheses must exclude
   * @param setting what stays the same along the trajectory
   * @param facts what its hypotheses are checked against
   * @param dropped premises that are not supposed, though the claim states them
   */
  JudgedClaim(
      ClaimDefinition definition,
      Optional<CompiledClaim> claim,
      Setting setting,
      CaseFacts facts,
      Set<Premise> dropped) {
    this.definition = definition;
    this.claim = claim;
    this.setting = setting;
    this.hypotheses =
        Stream.concat(
                definition.hypotheses().stream()
                    .map(hypothesis -> checked(hypothesis, facts, dropped)),
                StatedConstant.of(setting).map(StatedConstant::hypothesis).stream())
            .toList();
    this.start = facts.initial();
    this.closed =
        setting.problem() instanceof LeastSquares problem
            ? Optional.of(new ClosedForm(problem, start.product()))
            : Optional.empty();
    this.slope = mentions("lossrate");
    this.factors = mentions("balance") || mentions("factorscale");
  }

  private static ClaimResult.Hypothesis checked(
      Hypothesis hypothesis, CaseFacts facts, Set<Premise> dropped) {
    ClaimResult.Hypothesis found = hypothesis.check(facts);
    return dropped.contains(hypothesis.premise()) ? found.asDropped() : found;
  }

  private boolean mentions(String quantity) {
    return quantities().contains(quantity);
  }

  /** The quantities in its statement and its condition. */
  Set<String> quantities() {
    return claim.stream()
        .flatMap(JudgedClaim::terms)
        .flatMap(term -> term.quantities().stream())
        .collect(Collectors.toSet());
  }

  /**
   * The same statement and condition in interval arithmetic.
   *
   * @throws NoReadingException if there is none
   */
  TubeClaim inIntervals() throws NoReadingException {
    CompiledClaim read = claim.orElseThrow();
    return TubeClaim.of(
        read.comparison().formula(), read.when().map(Condition::formula), setting.norm());
  }

  private static Stream<Term> terms(CompiledClaim claim) {
    Stream<Term> condition = claim.when().stream().flatMap(when -> when.formula().terms());
    return Stream.concat(claim.comparison().formula().terms(), condition);
  }

  /** What it is about. */
  Along along() {
    return definition.along();
  }

  /** The claim as stated. */
  ClaimDefinition definition() {
    return definition;
  }

  /** What stays the same while it is judged. */
  Setting setting() {
    return setting;
  }

  /** The condition under which it is claimed, as written. */
  Optional<String> condition() {
    return Optional.ofNullable(definition.when());
  }

  String id() {
    return definition.id();
  }

  String normName() {
    return setting.norm() == null ? null : setting.norm().name();
  }

  String statement() {
    return definition.statement();
  }

  String source() {
    return definition.source();
  }

  /** What must hold of the case, and whether it does. */
  List<ClaimResult.Hypothesis> hypotheses() {
    return hypotheses;
  }

  /** What a verdict rests on that nothing here has shown, in words. */
  Optional<String> caveat() {
    return StatedConstant.of(setting).map(StatedConstant::caveat);
  }

  boolean applies() {
    return hypotheses.stream().allMatch(ClaimResult.Hypothesis::met);
  }

  /** The constants of the statement, computed; none where a hypothesis fails. */
  List<Parameter> parameters() {
    return claim
        .filter(each -> applies())
        .map(each -> each.parameters(point(start, null)))
        .orElse(List.of());
  }

  /** Whether the claim mentions the slope between two points. */
  boolean usesSlope() {
    return slope;
  }

  /** Whether the claim mentions the factors themselves, not only their product. */
  boolean usesFactors() {
    return factors;
  }

  /** Both sides at a point of what it is about; empty where the claim says nothing. */
  Optional<Sides> at(Quantities point) {
    return claim.filter(each -> each.appliesAt(point)).flatMap(each -> sides(point));
  }

  /** Both sides at a point, whether or not the claim's condition holds there. */
  Optional<Sides> sides(Quantities point) {
    return claim.map(each -> sides(each.comparison(), point));
  }

  /** Both sides at a point of a trajectory; empty where the claim says nothing. */
  Optional<Sides> at(FlowState state, FlowState previous) {
    return claim.filter(each -> each.appliesAt(point(state, previous))).isPresent()
        ? sides(state, previous)
        : Optional.empty();
  }

  /**
   * Both sides at a point of a trajectory, whether or not the claim's condition holds there: at its
   * edge, a second run may lie on the other side of it.
   */
  Optional<Sides> sides(FlowState state, FlowState previous) {
    return slope && previous == null ? Optional.empty() : sides(point(state, previous));
  }

  private static Sides sides(Comparison comparison, Quantities here) {
    double left = comparison.left(here);
    double right = comparison.right(here);
    Relation relation = comparison.relation();
    return new Sides(left, right, relation.margin(left, right), relation.tightness(left, right));
  }

  private Quantities point(FlowState state, FlowState previous) {
    double rate = lossRate(state, previous);
    return closed.isPresent()
        ? new RegressionPoint(state, rate, setting, closed.get())
        : new TrajectoryPoint(state, rate, setting);
  }

  private double lossRate(FlowState state, FlowState previous) {
    return previous == null ? Double.NaN : LossSlope.between(setting.problem(), previous, state);
  }
}
