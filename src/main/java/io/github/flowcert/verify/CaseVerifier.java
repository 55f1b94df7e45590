package io.github.flowcert.verify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.ClaimRequest;
import io.github.flowcert.casefile.Initial;
import io.github.flowcert.claim.CaseFacts;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.claim.CompiledClaim;
import io.github.flowcert.claim.GroundTruth;
import io.github.flowcert.claim.Premise;
import io.github.flowcert.claim.Setting;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.StartState;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.yaml.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;

/** Verifies one case: integrates its flow, judges its claims, and writes down how. */
public final class CaseVerifier {
  private final Catalogue catalogue;
  private final String commandLine;
  private final Long seed;
  private final Set<Premise> dropped;
  private final boolean enclosing;
  private final ShippedProofs proofs;

  /**
   * A verifier.
   *
   * @param catalogue the claims it knows
   * @param commandLine the command line, for the record
   * @param seed seed for random starts in place of the cases' own; null for none
   */
  public CaseVerifier(Catalogue catalogue, String commandLine, Long seed) {
    this(catalogue, commandLine, seed, Set.of(), /* enclosing= */ false, ShippedProofs.read());
  }

  private CaseVerifier(
      Catalogue catalogue,
      String commandLine,
      Long seed,
      Set<Premise> dropped,
      boolean enclosing,
      ShippedProofs proofs) {
    this.enclosing = enclosing;
    this.proofs = proofs;
    this.catalogue = catalogue;
    this.commandLine = commandLine;
    this.seed = seed;
    this.dropped = Set.copyOf(dropped);
  }

  /** A verifier that judges claims as if they did not suppose these. */
  public CaseVerifier without(Set<Premise> premises) {
    return new CaseVerifier(catalogue, commandLine, seed, premises, enclosing, proofs);
  }

  /** A verifier that encloses the claims of every case, whether or not the case asks for it. */
  public CaseVerifier enclosing(boolean all) {
    return new CaseVerifier(catalogue, commandLine, seed, dropped, all, proofs);
  }

  /** A verifier that knows of these proofs alone. */
  CaseVerifier knowing(ShippedProofs others) {
    return new CaseVerifier(catalogue, commandLine, seed, dropped, enclosing, others);
  }

  /**
   * Verifies a case.
   *
   * @param progress is told the share of the work that is done, from 0 to 1
   * @throws InputException if a claim's expression does not fit the case's problem, or there is no
   *     such start in double precision
   */
  public ResultDocument verify(Case from, DoubleConsumer progress) throws InputException {
    Prepared prepared = prepared(from);
    Verification verification =
        new Verification(
            from, prepared.start, OffTrajectory.others(prepared.claims), prepared.facts, progress);
    List<ClaimResult> numeric =
        new OffTrajectory(from, prepared.facts).among(prepared.claims, verification.results());
    List<ClaimResult> results =
        enclosing || from.enclosing().asked()
            ? new CaseEnclosure(
                    from, prepared.start, prepared.facts, prepared.claims, numeric, progress)
                .results()
            : numeric;
    ExactStart exact = new ExactStart(from, prepared.start, prepared.facts);
    List<ClaimResult> all = new ProvedVerdicts(proofs, exact).among(prepared.claims, results);
    ResultDocument document =
        new DocumentBuilder(from, prepared.start, commandLine).build(verification, all);
    return prepared
        .truth
        .map(truth -> new Recoveries(from.problem(), truth))
        .map(each -> each.at(verification.trust().until(), verification.run().curve()))
        .map(document::with)
        .orElse(document);
  }

  /**
   * The claims of a case whose hypotheses hold at its start, in order. Nothing is integrated.
   *
   * @throws InputException as {@link #verify}
   */
  public List<ClaimName> applicable(Case from) throws InputException {
    return prepared(from).claims.stream().filter(JudgedClaim::applies).map(ClaimName::of).toList();
  }

  /**
   * The claims of a case as a search among its starts has them, in order.
   *
   * @throws InputException as {@link #verify}
   */
  public List<SearchSubject> subjects(Case from) throws InputException {
    return prepared(from).claims.stream().map(each -> SearchSubject.of(each, dropped)).toList();
  }

  /**
   * The least margins of claims of a case along a single run, in units of the sizes of both sides:
   * a hint where to look, not a verdict. Where the sides have different signs, or one is 0, these
   * units say nothing; the margin is then 1, or -1, and as much further from 0 as it is large, but
   * less than 1. Claims that say nothing along this run are left out.
   *
   * @param among claims about the trajectory
   * @throws InputException as {@link #verify}
   */
  public Map<ClaimName, Double> probe(Case from, Set<ClaimName> among) throws InputException {
    Prepared prepared = prepared(from);
    List<JudgedClaim> claims =
        prepared.claims.stream().filter(each -> among.contains(ClaimName.of(each))).toList();
    return new Probe(from, prepared.start, claims, prepared.facts).margins();
  }

  /**
   * The verdicts on those claims of a case that are about its trajectory, in order.
   *
   * @throws InputException as {@link #verify}
   */
  public List<ClaimResult> judge(Case from) throws InputException {
    Prepared prepared = prepared(from);
    List<JudgedClaim> claims = OffTrajectory.others(prepared.claims);
    return new Verification(from, prepared.start, claims, prepared.facts, share -> {}).results();
  }

  /** The start of a case with this verifier's seed, where it has one and the start is random. */
  public Initial initial(Case from) {
    if (seed == null) {
      return from.initial();
    }
    if (from.initial() instanceof Initial.Gaussian g) {
      return new Initial.Gaussian(g.scale(), seed, g.determinant());
    }
    return from.initial() instanceof Initial.BalancedGaussian g
        ? new Initial.BalancedGaussian(g.scale(), seed, g.determinant())
        : from.initial();
  }

  private record Prepared(
      StartingPoint start,
      List<JudgedClaim> claims,
      CaseFacts facts,
      Optional<GroundTruth> truth) {}

  private Prepared prepared(Case from) throws InputException {
    StartingPoint start = start(from);
    refuseUnbalanced(from, start);
    CaseFacts facts = facts(from, start).drawnFrom(Distribution.of(from.initial(), start));
    Optional<GroundTruth> truth = GroundTruth.of(from.problem());
    return new Prepared(start, claims(from, facts, truth), facts, truth);
  }

  /**
   * A case whose claims can be judged along something else than its flow.
   *
   * @throws InputException as {@link #verify}
   */
  public PreparedCase prepare(Case from) throws InputException {
    Prepared prepared = prepared(from);
    List<JudgedClaim> claims = OffTrajectory.others(prepared.claims);
    return new PreparedCase(from, prepared.start, prepared.facts, claims, commandLine);
  }

  private StartingPoint start(Case from) throws InputException {
    StartingPoint start;
    try {
      start = StartingPoint.of(from, seed);
    } catch (IllegalStateException e) {
      throw new InputException(
          from.source().path() + ": initial: " + e.getMessage() + "; expected another scale");
    }
    double loss = from.problem().loss(start.point().product(), start.point().gradient());
    if (!Double.isFinite(loss + Arrays.stream(start.point().product()).sum())) {
      throw new InputException(
          from.source().path()
              + ": initial: W(0) or its loss is too large for a double; expected a smaller start");
    }
    return start;
  }

  private static void refuseUnbalanced(Case from, StartingPoint start) throws InputException {
    boolean needsBalance =
        switch (from.flow().formulation()) {
          case PRODUCT, SINGULAR_VALUES -> start.network().depth() > 1;
          case AUTO, FACTORS -> false;
        };
    if (needsBalance && !start.point().balanced()) {
      throw new InputException(
          from.source().path()
              + ": flow.formulation: '"
              + from.flow().formulation().word()
              + "' needs a start that is balanced by construction;"
              + " expected formulation factors or auto for given or unbalanced factors");
    }
  }

  /**
   * Of a box around factors only some are balanced; one around a product matrix means no others.
   */
  private static boolean isBalanced(Case from, StartingPoint start) {
    boolean aroundFactors =
        from.initial() instanceof Initial.Factors || from.initial() instanceof Initial.Gaussian;
    return start.point().balanced() && !(aroundFactors && from.enclosing().radius() > 0);
  }

  private static CaseFacts facts(Case from, StartingPoint start) {
    Network network = start.network();
    FlowState initial = StartState.of(network, start.point());
    return new CaseFacts(
        network.depth(),
        network.hidden(),
        network.problem(),
        initial,
        initial.unbalancedness(),
        initial.factorScale(),
        isBalanced(from, start));
  }

  private List<JudgedClaim> claims(Case from, CaseFacts facts, Optional<GroundTruth> truth)
      throws InputException {
    List<JudgedClaim> judged = new ArrayList<>();
    for (ClaimRequest request : from.claims()) {
      for (ClaimDefinition definition : definitions(request)) {
        Optional<CompiledClaim> compiled = compiled(from, definition, facts);
        List<Norm> norms = definition.perNorm() ? from.norms() : Arrays.asList((Norm) null);
        for (Norm norm : norms) {
          Setting setting = setting(from, facts, norm, truth);
          judged.add(new JudgedClaim(definition, compiled, setting, facts.about(norm), dropped));
        }
      }
    }
    return judged;
  }

  private static Setting setting(
      Case from, CaseFacts facts, Norm norm, Optional<GroundTruth> truth) {
    return new Setting(
        facts.problem(),
        facts.exactlyBalanced() ? facts.depth() : 0,
        facts.initial().determinantSign(),
        from.flow().relative(),
        from.flow().absolute(),
        norm,
        facts.initial(),
        truth.orElse(null));
  }

  private List<ClaimDefinition> definitions(ClaimRequest request) {
    if (request instanceof ClaimRequest.Custom custom) {
      return List.of(
          ClaimDefinition.custom(
              custom.id(),
              custom.expression(),
              custom.when(),
              Vocabularies.definitions(custom.let())));
    }
    return catalogue.resolve(request.id());
  }

  /** Empty where the claim has no meaning for the problem, which a hypothesis excludes. */
  private Optional<CompiledClaim> compiled(Case from, ClaimDefinition definition, CaseFacts facts)
      throws InputException {
    try {
      return Optional.of(CompiledClaim.of(definition, from.problem()));
    } catch (ExpressionException e) {
      boolean applies =
          definition.hypotheses().stream()
              .filter(each -> !dropped.contains(each.premise()))
              .allMatch(each -> each.check(facts).holds());
      if (!applies) {
        return Optional.empty();
      }
      throw new InputException(
          from.source().path() + ": claims: '" + definition.id() + "': " + e.getMessage());
    }
  }
}
