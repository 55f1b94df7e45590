package io.github.flowcert.testing;

import com.microsoft.z3.Context;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;

/** The solver, asked about a query in SMT-LIB 2. */
public final class Z3 {
  private static final int MILLISECONDS = 20_000;

  private Z3() {}

  /** Whether all that the query asserts can hold at once. */
  public static Status status(String script) {
    try (Context context = new Context()) {
      Solver solver = context.mkSolver("QF_NRA");
      Params limit = context.mkParams();
      limit.add("timeout", MILLISECONDS);
      solver.setParameters(limit);
      solver.add(context.parseSMTLIB2String(script, null, null, null, null));
      return solver.check();
    }
  }
}
