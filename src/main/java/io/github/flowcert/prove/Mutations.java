package io.github.flowcert.prove;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Relation;
import io.github.flowcert.expression.Rewriting;
import io.github.flowcert.expression.Statement;
import io.github.flowcert.expression.Term;
import io.github.flowcert.proof.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Changes a step about numbers: doubles or halves a constant, reverses an inequality, leaves out
 * one of the facts or statements that it supposes. Which one is drawn.
 */
final class Mutations {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final SplittableRandom random;

  /** Changes drawn from this seed. */
  Mutations(long seed) {
    random = new SplittableRandom(seed);
  }

  /** One mutant of each kind that the step allows. */
  List<Mutant<Step>> of(Step step) {
    List<Mutant<Step>> mutants = new ArrayList<>();
    constant(step).ifPresent(mutants::add);
    reversed(step).ifPresent(mutants::add);
    dropped(step).ifPresent(mutants::add);
    return mutants;
  }

  /** One of 0 would be none, and -1 is how differences are written. */
  private static boolean isConstant(Term term) {
    return term instanceof Term.Literal literal
        && literal.exact().signum() != 0
        && literal.exact().compareTo(BigDecimal.ONE.negate()) != 0;
  }

  private Optional<Mutant<Step>> constant(Step step) {
    Formula formula = step.statement().formula();
    AtomicInteger all = new AtomicInteger();
    Rewriting.by(
            term -> {
              all.addAndGet(isConstant(term) ? 1 : 0);
              return term;
            })
        .apply(formula);
    BigDecimal factor = random.nextBoolean() ? TWO : HALF;
    if (all.get() == 0) {
      return scaled(step, factor);
    }
    int chosen = random.nextInt(all.get());
    AtomicInteger next = new AtomicInteger();
    StringBuilder change = new StringBuilder();
    Formula changed =
        Rewriting.by(
                term ->
                    isConstant(term) && next.getAndIncrement() == chosen
                        ? times((Term.Literal) term, factor, change)
                        : term)
            .apply(formula);
    String which = " (constant " + (chosen + 1) + " of " + all + ")";
    return Optional.of(mutant(Mutant.Kind.CONSTANT, change + which, step, changed));
  }

  private static Term times(Term.Literal literal, BigDecimal factor, StringBuilder change) {
    BigDecimal value = literal.exact().multiply(factor);
    String before = literal.exact().toPlainString();
    change.append(before).append(" becomes ").append(value.stripTrailingZeros().toPlainString());
    return new Term.Literal(value, value.doubleValue());
  }

  /** Where no constant is written, the factor 1 before the right side is one. */
  private static Optional<Mutant<Step>> scaled(Step step, BigDecimal factor) {
    Term scale = new Term.Literal(factor, factor.doubleValue());
    Formula formula = step.statement().formula();
    Formula changed = formula;
    if (formula instanceof Formula.Related related && !isZero(related.right())) {
      changed =
          new Formula.Related(related.left(), related.relation(), product(scale, related.right()));
    } else if (formula instanceof Formula.Equal equal && !isZero(equal.right())) {
      changed = new Formula.Equal(equal.left(), product(scale, equal.right()));
    }
    return changed.equals(formula)
        ? Optional.empty()
        : Optional.of(mutant(Mutant.Kind.CONSTANT, "right side times " + factor, step, changed));
  }

  private static boolean isZero(Term term) {
    return term instanceof Term.Literal literal && literal.exact().signum() == 0;
  }

  private static Term product(Term one, Term other) {
    return new Term.Product(List.of(one, other));
  }

  private Optional<Mutant<Step>> reversed(Step step) {
    Formula formula = step.statement().formula();
    int all = comparisons(formula);
    int chosen = random.nextInt(all);
    StringBuilder change = new StringBuilder();
    Formula changed = reversed(formula, new AtomicInteger(chosen), change);
    String which = all == 1 ? "" : " (comparison " + (chosen + 1) + " of " + all + ")";
    return Optional.of(mutant(Mutant.Kind.REVERSED, change + which, step, changed));
  }

  private static int comparisons(Formula formula) {
    if (formula instanceof Formula.All all) {
      return all.parts().stream().mapToInt(Mutations::comparisons).sum();
    }
    if (formula instanceof Formula.Any any) {
      return any.parts().stream().mapToInt(Mutations::comparisons).sum();
    }
    return formula instanceof Formula.Not not ? comparisons(not.part()) : 1;
  }

  /** Reverses the comparison before which {@code before} others stand. */
  private static Formula reversed(Formula formula, AtomicInteger before, StringBuilder change) {
    if (formula instanceof Formula.All all) {
      return new Formula.All(
          all.parts().stream().map(part -> reversed(part, before, change)).toList());
    }
    if (formula instanceof Formula.Any any) {
      return new Formula.Any(
          any.parts().stream().map(part -> reversed(part, before, change)).toList());
    }
    if (formula instanceof Formula.Not not) {
      return new Formula.Not(reversed(not.part(), before, change));
    }
    if (before.getAndDecrement() != 0) {
      return formula;
    }
    if (formula instanceof Formula.Related related) {
      Relation other = opposite(related.relation());
      change.append(related.relation().sign()).append(" becomes ").append(other.sign());
      return new Formula.Related(related.left(), other, related.right());
    }
    change.append("== becomes !=");
    return new Formula.Not(formula);
  }

  private static Relation opposite(Relation relation) {
    return switch (relation) {
      case GREATER -> Relation.LESS;
      case GREATER_OR_EQUAL -> Relation.LESS_OR_EQUAL;
      case LESS -> Relation.GREATER;
      case LESS_OR_EQUAL -> Relation.GREATER_OR_EQUAL;
    };
  }

  private Optional<Mutant<Step>> dropped(Step step) {
    int all = step.from().size() + step.given().size();
    if (all == 0) {
      return Optional.empty();
    }
    int chosen = random.nextInt(all);
    List<String> from = new ArrayList<>(step.from());
    List<Statement> given = new ArrayList<>(step.given());
    String dropped =
        chosen < from.size() ? from.remove(chosen) : given.remove(chosen - from.size()).text();
    Step without = with(step, given, step.statement(), from);
    return Optional.of(new Mutant<>(Mutant.Kind.DROPPED, "without " + dropped, without));
  }

  private static Mutant<Step> mutant(Mutant.Kind kind, String change, Step step, Formula formula) {
    Statement statement = new Statement(step.statement().text() + " [" + change + "]", formula);
    return new Mutant<>(kind, change, with(step, step.given(), statement, step.from()));
  }

  private static Step with(
      Step step, List<Statement> given, Statement statement, List<String> from) {
    return new Step(
        step.id(), step.place(), given, statement, step.rule(), from, false, "", Optional.empty());
  }
}
