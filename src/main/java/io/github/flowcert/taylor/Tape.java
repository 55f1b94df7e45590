package io.github.flowcert.taylor;

import java.util.List;

/**
 * The right-hand side of an autonomous differential equation {@code y' = f(y)} as a list of
 * operations. Immutable.
 */
public final class Tape {
  private final List<Operation> operations;
  private final int states;

  Tape(List<Operation> operations, int states) {
    this.operations = List.copyOf(operations);
    this.states = states;
  }

  /** The number of unknowns y. They stand first on the tape. */
  public int states() {
    return states;
  }

  int size() {
    return operations.size();
  }

  void expand(Jet jet, int k) {
    for (int node = 0; node < operations.size(); node++) {
      operations.get(node).expand(jet, node, k);
    }
  }

  void expandStates(Jet jet, int k) {
    for (int node = 0; node < states; node++) {
      operations.get(node).expand(jet, node, k);
    }
  }
}
