package io.github.flowcert.solver;

import com.microsoft.z3.AlgebraicNum;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.FuncDecl;
import com.microsoft.z3.Model;
import com.microsoft.z3.Params;
import com.microsoft.z3.Version;
import com.microsoft.z3.Z3Exception;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The process in which Z3 runs: a question a line on standard input, an answer a line back. */
public final class Z3Main {
  private static final int DIGITS = 30;

  private Z3Main() {}

  /** Answers until standard input ends. The first line it writes is the solver's version. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    out.println(Version.getFullVersion());
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(Message.write(answer(Message.read(line, Message.Question.class))));
    }
  }

  private static Message.Reply answer(Message.Question question) {
    try (Context context = new Context()) {
      BoolExpr[] assertions = context.parseSMTLIB2String(question.script(), null, null, null, null);
      com.microsoft.z3.Solver solver = context.mkSolver("QF_NRA");
      Params parameters = context.mkParams();
      parameters.add("timeout", question.milliseconds());
      solver.setParameters(parameters);
      solver.add(assertions);
      return switch (solver.check()) {
        case SATISFIABLE -> new Message.Reply("sat", "", values(solver.getModel()));
        case UNSATISFIABLE -> new Message.Reply("unsat", "", Map.of());
        case UNKNOWN -> new Message.Reply("unknown", solver.getReasonUnknown(), Map.of());
      };
    } catch (Z3Exception e) {
      return new Message.Reply("refused", e.getMessage(), Map.of());
    }
  }

  private static Map<String, String> values(Model model) {
    Map<String, String> values = new TreeMap<>();
    for (FuncDecl<?> constant : model.getConstDecls()) {
      Expr<?> value = model.getConstInterp(constant);
      String text =
          value instanceof AlgebraicNum number ? number.toDecimal(DIGITS) : value.toString();
      values.put(constant.getName().toString(), text);
    }
    return values;
  }
}
