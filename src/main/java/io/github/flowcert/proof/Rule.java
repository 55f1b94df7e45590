package io.github.flowcert.proof;

import io.github.flowcert.expression.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** How a step is to be checked. */
public sealed interface Rule {

  /** Its name in proof files and documents. */
  String word();

  /**
   * Real arithmetic, by an SMT solver.
   *
   * @param instances terms u for which {@code Log(u) <= u - 1} may be used; each must be positive
   */
  record Arithmetic(List<Term> instances) implements Rule {
    /** Keeps the list from changing. */
    public Arithmetic {
      instances = List.copyOf(instances);
    }

    @Override
    public String word() {
      return instances.isEmpty() ? "arithmetic" : "logarithm";
    }
  }

  /** An equality that a computer algebra system reduces to zero. */
  record Identity() implements Rule {
    @Override
    public String word() {
      return "identity";
    }
  }

  /**
   * The weakened triangle inequality, {@code whole <= c (one + other)}, for values of the norm at
   * matrices that add up.
   *
   * @param constant name of the variable that is the constant c
   */
  record Triangle(String constant, String whole, String one, String other) implements Rule {
    @Override
    public String word() {
      return "triangle";
    }
  }

  /** Homogeneity of the norm, {@code norm(factor A) = |factor| norm(A)}. */
  record Homogeneity(String of, Term factor, String unit) implements Rule {
    @Override
    public String word() {
      return "homogeneity";
    }
  }

  /** A norm is not negative. */
  record Nonnegative(String of) implements Rule {
    @Override
    public String word() {
      return "nonnegative";
    }
  }

  /** A norm is positive at a matrix that is not zero. */
  record Definite(String of) implements Rule {
    @Override
    public String word() {
      return "definite";
    }
  }

  /**
   * Another proved statement.
   *
   * @param proof its name
   * @param part the conclusion that is used; if empty, all are
   * @param with terms for its variables; one that is left out stands for itself
   */
  record Theorem(String proof, Optional<String> part, Map<String, Term> with) implements Rule {
    /** Keeps the map from changing. */
    public Theorem {
      with = Map.copyOf(with);
    }

    @Override
    public String word() {
      return "theorem";
    }
  }

  /**
   * An inequality of one variable, by interval arithmetic all over a compact interval.
   *
   * @param variable what ranges over it
   */
  record Covering(String variable, BigFraction from, BigFraction to) implements Rule {
    @Override
    public String word() {
      return "interval";
    }
  }

  /**
   * What the sign of a derivative between two points says of a function.
   *
   * @param function a term over the variable and others, no defined names among them
   * @param from where it begins
   * @param to where it ends
   * @param at a point between, where it is compared with the chord by the second derivative; if
   *     empty, its values at the ends are compared by the first
   * @param sign positive, nonnegative, negative or nonpositive
   * @param by a fact with that sign
   */
  record Slope(
      Term function, String variable, Term from, Term to, Optional<Term> at, String sign, String by)
      implements Rule {
    @Override
    public String word() {
      return at.isPresent() ? "chord" : "monotone";
    }
  }

  /** A step about matrices, which are checked by rules of their own. */
  record Matrices(MatrixRule rule) implements Rule {
    @Override
    public String word() {
      return rule.word();
    }
  }

  /**
   * The determinant of the product matrix keeps its sign along the proof's trajectory.
   *
   * @param conserved the fact about matrices that factors stay balanced
   * @param rate the determinant's logarithmic derivative, one factor's share of it
   * @param bound that it is bounded
   */
  record SignKept(String conserved, String rate, String bound) implements Rule {
    @Override
    public String word() {
      return "sign-kept";
    }
  }
}
