package io.github.flowcert.proof;

import java.util.Map;
import java.util.Optional;

/** How a step about matrices is to be checked. */
public sealed interface MatrixRule {

  /** Its name in proof files and documents. */
  String word();

  /** By rewriting words with the equations that the step uses. */
  record Words() implements MatrixRule {
    @Override
    public String word() {
      return "words";
    }
  }

  /** The derivative in time of another fact's equations. */
  record Derivative(String of) implements MatrixRule {
    @Override
    public String word() {
      return "derivative";
    }
  }

  /** Another fact's equations, multiplied from both sides. */
  record Product(String of, String left, String right) implements MatrixRule {
    @Override
    public String word() {
      return "product";
    }
  }

  /** By induction over the number of factors of a chain. */
  record Induction() implements MatrixRule {
    @Override
    public String word() {
      return "induction";
    }
  }

  /**
   * An earlier fact with other matrices for its letters.
   *
   * @param with texts for letters and natural numbers; one that is left out stands for itself
   */
  record Instance(String of, Map<String, String> with) implements MatrixRule {
    /** Keeps the map from changing. */
    public Instance {
      with = Map.copyOf(with);
    }

    @Override
    public String word() {
      return "instance";
    }
  }

  /** What another proof shows about matrices, with other matrices for its letters. */
  record Theorem(String proof, Optional<String> conclusion, Map<String, String> with)
      implements MatrixRule {
    /** Keeps the map from changing. */
    public Theorem {
      with = Map.copyOf(with);
    }

    @Override
    public String word() {
      return "theorem";
    }
  }
}
