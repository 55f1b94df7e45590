package io.github.flowcert.kernel;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Rewriting;
import io.github.flowcert.expression.Term;
import io.github.flowcert.smt.RealPowers;
import io.github.flowcert.solver.Solver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/** Makes facts, each by one rule. For one thread. */
public final class Kernel {
  private final Solver solver;
  private final Map<Set<Formula>, Boolean> possible = new HashMap<>();
  private final List<Point> witnesses = new ArrayList<>();
  private final Identities identities = new Identities();
  private final Map<Formula, String> definitions = new LinkedHashMap<>();
  private final Map<String, List<Term>> norms = new LinkedHashMap<>();
  private Optional<Trajectory> trajectory = Optional.empty();

  /** A kernel that asks this solver. */
  public Kernel(Solver solver) {
    this.solver = solver;
  }

  /**
   * Begins another proof, with definitions of its own.
   *
   * @param points values of its variables at which suppositions may be seen to be possible
   * @param along the trajectory of which some of its variables speak; empty where none do
   */
  public void begin(Collection<Map<String, BigFraction>> points, Optional<Trajectory> along) {
    trajectory = along;
    definitions.clear();
    possible.clear();
    norms.clear();
    witnesses.clear();
    points.forEach(point -> witnesses.add(Point.of(point)));
  }

  /** A name that this proof has for a value of its norm, and for nothing else. */
  public void name(NormTerm value) {
    norms.put(value.value().name(), value.entries());
  }

  /** What is supposed holds where it is supposed. */
  public Fact suppose(Formula statement) {
    return new Fact(Set.of(statement), statement, Map.of(), Map.of(), false);
  }

  /**
   * A statement taken from the literature, which whoever uses it trusts under this name.
   *
   * @param under what gives its names their meaning
   * @throws NotProved if it is not shown to be possible
   */
  public Fact declare(String id, Formula statement, Collection<Fact> under)
      throws NotProved, InterruptedException {
    requirePossible(under, List.of(statement));
    List<Fact> all = new ArrayList<>(under);
    all.add(new Fact(Set.of(), statement, Map.of(id, statement), Map.of(), false));
    Fact joined = Fact.from(all, statement);
    return new Fact(joined.hypotheses(), statement, joined.trusts(), joined.normValues(), false)
        .along(joined.trajectory());
  }

  /**
   * A name for a term that has a value where these facts hold; a supposition otherwise.
   *
   * @throws NotProved if it is not shown that the term has a value
   */
  public Fact define(String name, Term term, Collection<Fact> where)
      throws NotProved, InterruptedException {
    Formula equation = new Formula.Equal(new Term.Symbol(name), term);
    Formula value = new Formula.Equal(term, term);
    arithmetic(where, List.of(), value, List.of());
    definitions.put(equation, name);
    witnesses.replaceAll(point -> point.with(name, term));
    return new Fact(Set.of(equation), equation, Map.of(), Map.of(), true);
  }

  /**
   * What follows by real arithmetic.
   *
   * @param from what it follows from
   * @param given what is supposed for this fact; it says {@code statement} where these are true
   * @param instances terms u, shown to be positive, for which {@code Log(u) <= u - 1} is used
   * @throws NotProved if it does not follow, or what is supposed is not shown to be possible
   */
  public Fact arithmetic(
      Collection<Fact> from, List<Formula> given, Formula statement, List<Term> instances)
      throws NotProved, InterruptedException {
    requirePossible(from, given);
    List<Supposition> supposed = new ArrayList<>();
    given.forEach(formula -> supposed.add(new Supposition(formula, false)));
    from.forEach(fact -> supposed.add(Supposition.of(fact, given)));
    if (instances.isEmpty()) {
      new Query(solver, supposed).prove(statement);
    } else {
      new Logarithms(solver, supposed).prove(statement, instances);
    }
    return Fact.from(from, implied(given, statement));
  }

  /**
   * An equality whose difference reduces to zero by computer algebra, and vanishes at random
   * rational points too.
   *
   * @param from facts under which all terms have values
   * @param given what is supposed for this fact
   * @throws NotProved if it is no equality, does not reduce, or a term is not shown to have a value
   */
  public Fact identity(Collection<Fact> from, List<Formula> given, Formula statement)
      throws NotProved, InterruptedException {
    if (!(statement instanceof Formula.Equal equal)) {
      throw new NotProved("an identity is an equality of two terms");
    }
    Formula defined =
        new Formula.All(
            List.of(
                new Formula.Equal(equal.left(), equal.left()),
                new Formula.Equal(equal.right(), equal.right())));
    Fact values = arithmetic(from, given, defined, List.of());
    identities.check((Formula.Equal) inlined(from).apply(equal));
    return Fact.from(List.of(values), implied(given, statement));
  }

  /**
   * A fact at other values of its symbols.
   *
   * @param values terms for symbols; one that is left out stands for itself
   * @param from facts from which its hypotheses, there, follow
   * @param given what is supposed for this fact
   * @throws NotProved if they do not follow
   */
  public Fact instance(
      Fact fact, Map<String, Term> values, Collection<Fact> from, List<Formula> given)
      throws NotProved, InterruptedException {
    Map<String, Term> moves = withTrajectory(fact, values);
    boolean moved =
        moves.entrySet().stream()
            .anyMatch(each -> !each.getValue().equals(new Term.Symbol(each.getKey())));
    if (!fact.normValues().isEmpty() && moved) {
      throw new NotProved("a fact about a norm holds at the matrices it names, and at no others");
    }
    requireSameNorm(fact);
    Rewriting there = Rewriting.substitution(moves);
    requireSamePowers(fact, there, from, given);
    for (Formula hypothesis : fact.hypotheses()) {
      arithmetic(from, given, there.apply(hypothesis), List.of());
    }
    Fact bare =
        new Fact(Set.of(), there.apply(fact.statement()), fact.trusts(), fact.normValues(), true)
            .along(fact.trajectory().isPresent() ? trajectory : Optional.empty());
    List<Fact> all = new ArrayList<>(from);
    all.add(bare);
    return Fact.from(all, implied(given, bare.statement()));
  }

  /** A power has fewer values while its exponent is a symbol than with a number in its place. */
  private void requireSamePowers(
      Fact fact, Rewriting there, Collection<Fact> from, List<Formula> given)
      throws NotProved, InterruptedException {
    Set<Formula> all = new LinkedHashSet<>(fact.hypotheses());
    all.add(fact.statement());
    for (Formula formula : all) {
      for (Term.Application power : RealPowers.in(formula)) {
        if (!RealPowers.isReal(there.apply(power))) {
          Term base = there.apply(power.arguments().get(0));
          arithmetic(from, given, Formulas.positive(base), List.of());
        }
      }
    }
  }

  /** Of another proof's norm no name may mean another matrix here, or any number. */
  private void requireSameNorm(Fact fact) throws NotProved {
    Set<String> mentioned = fact.names();
    for (Map.Entry<String, List<Term>> value : fact.normValues().entrySet()) {
      boolean constant = value.getValue().isEmpty();
      List<Term> here = norms.getOrDefault(value.getKey(), List.of());
      if (mentioned.contains(value.getKey())
          && !(constant ? here.isEmpty() : here.equals(value.getValue()))) {
        throw new NotProved("'" + value.getKey() + "' is not the same value of the norm here");
      }
    }
  }

  /** A fact about a trajectory holds along every one, and says nothing of other numbers. */
  private Map<String, Term> withTrajectory(Fact fact, Map<String, Term> values) throws NotProved {
    if (fact.trajectory().isEmpty()) {
      return values;
    }
    if (trajectory.isEmpty()) {
      throw new NotProved("what it uses is about a trajectory, and this proof names none");
    }
    Map<String, Term> all = new HashMap<>(fact.trajectory().get().in(trajectory.get()));
    for (Map.Entry<String, Term> value : values.entrySet()) {
      if (all.putIfAbsent(value.getKey(), value.getValue()) != null) {
        throw new NotProved("'" + value.getKey() + "' belongs to the trajectory");
      }
    }
    return all;
  }

  /**
   * The determinant of the product matrix keeps its sign along this proof's trajectory: both are
   * positive, both negative or both 0.
   *
   * @param conserved that factors stay balanced
   * @param rate the logarithmic derivative of the determinant, one factor's share of it
   * @param bound that it is bounded
   * @throws NotProved if these are not what the argument needs, or there is no trajectory
   */
  public Fact signKept(MatrixFact conserved, MatrixFact rate, MatrixFact bound) throws NotProved {
    if (trajectory.isEmpty()) {
      throw new NotProved("this proof names no trajectory");
    }
    new SignKept().check(conserved, rate, bound);
    Term now = trajectory.get().determinant();
    Term start = trajectory.get().startingDeterminant();
    Formula same =
        new Formula.Any(
            List.of(
                new Formula.All(List.of(Formulas.positive(start), Formulas.positive(now))),
                new Formula.All(List.of(Formulas.negative(start), Formulas.negative(now))),
                new Formula.All(
                    List.of(
                        new Formula.Equal(start, Formulas.ZERO),
                        new Formula.Equal(now, Formulas.ZERO)))));
    Map<String, Formula> trusts = Map.of(Literature.JACOBI.key(), new Formula.All(List.of()));
    return new Fact(Set.of(), same, trusts, Map.of(), true).along(trajectory);
  }

  /**
   * Values of a function at the ends of a stretch, by the sign of its derivative between them.
   *
   * @param signed a fact with that sign, in which the variable is any number between
   * @param from facts from which the hypotheses of that one, there, follow
   * @throws NotProved if they do not follow, or a value is not shown to exist
   */
  public Fact monotone(
      Stretch stretch, Sign sign, Fact signed, Collection<Fact> from, List<Formula> given)
      throws NotProved, InterruptedException {
    return new Calculus(this, from, given).monotone(stretch, sign, signed);
  }

  /**
   * A value of a function against the chord of its values at the ends of a stretch, by the sign of
   * its second derivative between them; multiplied by the length of the stretch.
   *
   * @param at where, from one end to the other
   * @param signed a fact with that sign, in which the variable is any number between
   * @param from facts from which the hypotheses of that one, there, follow
   * @throws NotProved if they do not follow, or a value is not shown to exist
   */
  public Fact chord(
      Stretch stretch, Term at, Sign sign, Fact signed, Collection<Fact> from, List<Formula> given)
      throws NotProved, InterruptedException {
    return new Calculus(this, from, given).chord(stretch, at, sign, signed);
  }

  /**
   * A comparison of terms of one variable that ranges over a compact interval, by intervals that
   * cover it.
   *
   * @param from facts from which it follows that the variable is there, and definitions
   * @throws NotProved if that does not follow, another variable is mentioned, or it is not shown
   */
  public Fact covered(Formula statement, Range range, Collection<Fact> from, List<Formula> given)
      throws NotProved, InterruptedException {
    arithmetic(from, given, range.formula(), List.of());
    for (Term.Application power : RealPowers.in(statement)) {
      // Intervals give it values for negative bases too, where its exponent does not vary.
      arithmetic(from, given, Formulas.positive(power.arguments().get(0)), List.of());
    }
    new Covering(range).prove(inlined(from).apply(statement));
    return Fact.from(from, implied(given, statement));
  }

  /** Puts the terms for which names stand by these facts' hypotheses in their places. */
  private Rewriting inlined(Collection<Fact> facts) {
    return Rewriting.substitution(inlined(Fact.from(facts, new Formula.All(List.of()))));
  }

  /** The terms for which names stand by a fact's hypotheses, in terms of each other no more. */
  Map<String, Term> inlined(Fact fact) {
    Map<String, Term> terms = new LinkedHashMap<>();
    definitions.forEach(
        (equation, name) -> {
          if (fact.hypotheses().contains(equation)) {
            Term term = ((Formula.Equal) equation).right();
            terms.put(name, Rewriting.substitution(terms).apply(term));
          }
        });
    return terms;
  }

  /** Whether a fact says no more than for what a name stands. */
  public boolean isDefinition(Fact fact) {
    return definitions.containsKey(fact.statement());
  }

  /** A value of a symbol at which suppositions may be seen to be possible. */
  void witness(String name, Term term) {
    witnesses.replaceAll(point -> point.with(name, term));
  }

  /**
   * The same fact without definitions of which it does not speak, as a name can be given to any
   * term that has a value.
   *
   * @param where facts that may show this; they are used for terms of whose names they do not speak
   * @throws NotProved if such a term is not shown to have one where the other hypotheses hold
   */
  public Fact withoutUnusedDefinitions(Fact fact, Collection<Fact> where)
      throws NotProved, InterruptedException {
    Fact shorter = fact;
    Optional<Formula> unused = Definitions.unused(shorter, definitions);
    while (unused.isPresent()) {
      Set<Formula> others = new LinkedHashSet<>(shorter.hypotheses());
      others.remove(unused.get());
      List<Fact> from = new ArrayList<>(silentOn(definitions.get(unused.get()), where));
      others.forEach(each -> from.add(suppose(each)));
      shorter = shorter.without(unused.get(), value((Formula.Equal) unused.get(), from));
      unused = Definitions.unused(shorter, definitions);
    }
    return shorter;
  }

  /**
   * That the term of a definition has a value, from as few of these facts as will do: what is of no
   * use keeps the solver busy.
   */
  private Fact value(Formula.Equal definition, List<Fact> from)
      throws NotProved, InterruptedException {
    Formula value = new Formula.Equal(definition.right(), definition.right());
    Set<String> names = definition.right().quantities();
    List<Fact> near =
        from.stream()
            .filter(
                fact -> fact.statement().terms().allMatch(t -> names.containsAll(t.quantities())))
            .toList();
    Optional<Fact> shown = follows(value, List.of());
    if (shown.isEmpty()) {
      shown = follows(value, near);
    }
    return shown.isPresent() ? shown.get() : arithmetic(from, List.of(), value, List.of());
  }

  private Optional<Fact> follows(Formula statement, List<Fact> from) throws InterruptedException {
    try {
      return Optional.of(arithmetic(from, List.of(), statement, List.of()));
    } catch (NotProved e) {
      return Optional.empty();
    }
  }

  /** Those facts that neither suppose nor say anything of a name. */
  private static List<Fact> silentOn(String name, Collection<Fact> facts) {
    return facts.stream().filter(fact -> !fact.names().contains(name)).toList();
  }

  /**
   * Shows that what a fact's definitions stand for has values, one after the other, by facts that
   * suppose no later ones: so that these definitions suppose nothing.
   *
   * @return the names defined
   * @throws NotProved if a term is not shown to have a value
   */
  public Set<String> requireValues(Fact fact, Collection<Fact> where)
      throws NotProved, InterruptedException {
    Set<Formula> open = new LinkedHashSet<>(definitions.keySet());
    Set<String> names = new LinkedHashSet<>();
    for (Formula definition : definitions.keySet()) {
      if (fact.hypotheses().contains(definition)) {
        List<Fact> usable =
            where.stream().filter(each -> Collections.disjoint(each.hypotheses(), open)).toList();
        value((Formula.Equal) definition, usable);
        open.remove(definition);
        names.add(definitions.get(definition));
      }
    }
    return names;
  }

  /**
   * The weakened triangle inequality {@code |whole| <= c (|one| + |other|)} of a norm or quasi-norm
   * for matrices with {@code whole = one + other}.
   *
   * @throws NotProved if the entries do not add up
   */
  public Fact triangle(Term c, NormTerm whole, NormTerm one, NormTerm other)
      throws NotProved, InterruptedException {
    List<Formula> equations = new ArrayList<>();
    for (int k = 0; k < whole.entries().size(); k++) {
      Term sum = new Term.Sum(List.of(one.entries().get(k), other.entries().get(k)));
      equations.add(new Formula.Equal(whole.entries().get(k), sum));
    }
    arithmetic(List.of(), List.of(), new Formula.All(equations), List.of());
    Term bound = new Term.Product(List.of(c, new Term.Sum(List.of(one.value(), other.value()))));
    Fact fact = axiom(Formulas.atMost(whole.value(), bound), whole, one, other);
    Map<String, List<Term>> names = new LinkedHashMap<>(fact.normValues());
    c.quantities().forEach(name -> names.put(name, List.of()));
    return new Fact(Set.of(), fact.statement(), Map.of(), names, true);
  }

  /**
   * Homogeneity of a norm, {@code |factor A| = |factor| |A|}.
   *
   * @throws NotProved if one matrix is not the multiple of the other
   */
  public Fact homogeneity(NormTerm multiple, Term factor, NormTerm matrix)
      throws NotProved, InterruptedException {
    List<Formula> equations = new ArrayList<>();
    for (int k = 0; k < multiple.entries().size(); k++) {
      Term entry = new Term.Product(List.of(factor, matrix.entries().get(k)));
      equations.add(new Formula.Equal(multiple.entries().get(k), entry));
    }
    arithmetic(List.of(), List.of(), new Formula.All(equations), List.of());
    Term size = new Term.Product(List.of(Formulas.absolute(factor), matrix.value()));
    return axiom(new Formula.Equal(multiple.value(), size), multiple, matrix);
  }

  /** A norm is not negative. */
  public Fact nonnegative(NormTerm norm) {
    return axiom(Formulas.atMost(Formulas.ZERO, norm.value()), norm);
  }

  /**
   * A norm is positive where its matrix is not zero.
   *
   * @throws NotProved if that is not shown of the matrix
   */
  public Fact definite(NormTerm norm) throws NotProved, InterruptedException {
    List<Formula> zero = new ArrayList<>();
    norm.entries().forEach(entry -> zero.add(new Formula.Equal(entry, Formulas.ZERO)));
    arithmetic(List.of(), List.of(), new Formula.Not(new Formula.All(zero)), List.of());
    return axiom(Formulas.positive(norm.value()), norm);
  }

  private static Fact axiom(Formula statement, NormTerm... values) {
    Map<String, List<Term>> names = new LinkedHashMap<>();
    for (NormTerm value : values) {
      names.put(value.value().name(), value.entries());
    }
    return new Fact(Set.of(), statement, Map.of(), names, true);
  }

  /** What follows from the impossible says nothing: that would be a proof of anything. */
  private void requirePossible(Collection<Fact> from, List<Formula> given)
      throws NotProved, InterruptedException {
    Set<Formula> all = new LinkedHashSet<>(given);
    for (Fact fact : from) {
      all.addAll(fact.hypotheses());
    }
    // At time 0 every pair of equal matrices belongs to a trajectory; at other times, who knows.
    trajectory
        .filter(along -> along.start().stream().anyMatch(name -> isMentioned(name, all)))
        .ifPresent(along -> all.addAll(along.atStart()));
    Set<Formula> plain = Definitions.withoutTranscendental(all, definitions);
    Boolean known = possible.get(plain);
    if (known == null) {
      known = isWitnessed(all) || isSatisfiable(plain);
      possible.put(plain, known);
    }
    if (!known) {
      throw new NotProved("what it supposes is not shown to be possible");
    }
  }

  private static boolean isMentioned(String name, Set<Formula> formulas) {
    return formulas.stream()
        .flatMap(Formula::terms)
        .anyMatch(term -> term.quantities().contains(name));
  }

  private boolean isWitnessed(Set<Formula> all) {
    return witnesses.stream().anyMatch(point -> all.stream().allMatch(each -> isMet(each, point)));
  }

  /** A definition is met where its term has a value: the point has the name from it. */
  private boolean isMet(Formula formula, Point point) {
    return definitions.containsKey(formula)
        ? point.hasValue(definitions.get(formula))
        : point.isTrue(formula);
  }

  private boolean isSatisfiable(Set<Formula> plain) throws NotProved, InterruptedException {
    return plain.stream().noneMatch(Definitions::isTranscendental)
        && (plain.isEmpty() || new Query(solver, unvalued(plain)).isSatisfiable());
  }

  private static List<Supposition> unvalued(Set<Formula> formulas) {
    return formulas.stream().map(formula -> new Supposition(formula, false)).toList();
  }

  static Formula implied(List<Formula> given, Formula statement) {
    if (given.isEmpty()) {
      return statement;
    }
    List<Formula> parts = new ArrayList<>();
    given.forEach(formula -> parts.add(new Formula.Not(formula)));
    parts.add(statement);
    return new Formula.Any(parts);
  }
}
