package io.github.flowcert.prove;

import io.github.flowcert.proof.MatrixSection.MatrixStep;
import io.github.flowcert.proof.Step;
import io.github.flowcert.word.Assertion;
import io.github.flowcert.word.Polynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hipparchus.fraction.BigFraction;

/**
 * Changes a step about matrices: doubles or halves the right side of an equation, reverses its
 * sign, leaves out a fact that the step uses. Which one is drawn.
 */
final class MatrixMutations {
  private final SplittableRandom random;

  /** Changes drawn from this seed. */
  MatrixMutations(long seed) {
    random = new SplittableRandom(seed);
  }

  /** One mutant of each kind that the step allows. */
  List<Mutant<MatrixStep>> of(MatrixStep step) {
    List<Mutant<MatrixStep>> mutants = new ArrayList<>();
    BigFraction factor = random.nextBoolean() ? BigFraction.TWO : BigFraction.ONE_HALF;
    scaled(step, Mutant.Kind.CONSTANT, factor).ifPresent(mutants::add);
    scaled(step, Mutant.Kind.REVERSED, BigFraction.MINUS_ONE).ifPresent(mutants::add);
    List<String> from = new ArrayList<>(step.shown().from());
    if (!from.isEmpty()) {
      String dropped = from.remove(random.nextInt(from.size()));
      mutants.add(
          new Mutant<>(Mutant.Kind.DROPPED, "without " + dropped, with(step, step.says(), from)));
    }
    return mutants;
  }

  private Optional<Mutant<MatrixStep>> scaled(
      MatrixStep step, Mutant.Kind kind, BigFraction factor) {
    List<Integer> equations = new ArrayList<>();
    for (int k = 0; k < step.says().size(); k++) {
      if (step.says().get(k) instanceof Assertion.Equation equation && !equation.right().isZero()) {
        equations.add(k);
      }
    }
    if (equations.isEmpty()) {
      return Optional.empty();
    }
    int chosen = equations.get(random.nextInt(equations.size()));
    List<Assertion> says = new ArrayList<>(step.says());
    Assertion.Equation equation = (Assertion.Equation) says.get(chosen);
    Polynomial right = equation.right().times(factor);
    says.set(chosen, new Assertion.Equation(equation.left(), right, equation.traces()));
    String change = "right side of equation " + (chosen + 1) + " times " + factor;
    return Optional.of(new Mutant<>(kind, change, with(step, says, step.shown().from())));
  }

  private static MatrixStep with(MatrixStep step, List<Assertion> says, List<String> from) {
    Step shown = step.shown();
    Step changed =
        new Step(
            shown.id(),
            shown.place(),
            shown.given(),
            shown.statement(),
            shown.rule(),
            from,
            false,
            "",
            Optional.empty());
    return new MatrixStep(changed, says, step.rule(), Optional.empty());
  }
}
