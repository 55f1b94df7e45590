package io.github.flowcert.verify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.FlowSummary;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.ResultDocument.Library;
import io.github.flowcert.result.ResultDocument.Provenance;
import io.github.flowcert.result.ResultDocument.Setting;
import io.github.flowcert.result.ResultDocument.Tolerance;
import io.github.flowcert.result.Sample;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.simulate.Trajectory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes down what was found as a result document. */
final class DocumentBuilder {
  private static final int CURVE_ENTRIES = 16;

  /** Of larger matrices nobody reads the entries: the case file says what was observed. */
  private static final int MOST_SHOWN = 1000;

  private final Case from;
  private final StartingPoint start;
  private final String commandLine;

  DocumentBuilder(Case from, StartingPoint start, String commandLine) {
    this.from = from;
    this.start = start;
    this.commandLine = commandLine;
  }

  ResultDocument build(Verification verification, List<ClaimResult> claims) {
    return new ResultDocument(
        ResultDocument.SCHEMA,
        from.name(),
        from.about(),
        Verdict.worstOf(claims.stream().map(ClaimResult::status).toList()),
        setting(),
        flow(verification),
        claims,
        verification.checks(),
        null,
        provenance(),
        from.source().text());
  }

  Setting setting() {
    return new Setting(
        from.problem().kind(),
        from.problem()
            .completion()
            .filter(problem -> problem.rows() * problem.columns() <= MOST_SHOWN)
            .map(DocumentBuilder::observed)
            .orElse(null),
        new MeasuredWords(from.problem()).lines().orElse(null),
        from.factorization().depth(),
        from.factorization().hidden(),
        start.words());
  }

  private static List<List<String>> observed(MatrixCompletion problem) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < problem.rows(); i++) {
      List<String> row = new ArrayList<>();
      for (int j = 0; j < problem.columns(); j++) {
        int index = i * problem.columns() + j;
        row.add(problem.isObserved(index) ? plain(problem.value(index)) : "?");
      }
      rows.add(row);
    }
    return rows;
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private FlowSummary flow(Verification verification) {
    Trajectory run = verification.run();
    Trajectory.SegmentSummary last = run.segments().get(run.segments().size() - 1);
    FlowState trusted = verification.trust().until();
    return new FlowSummary(
        last.formulation(),
        last.integrator(),
        run.steps(),
        run.rejected(),
        run.evaluations(),
        verification.wallSeconds(),
        run.stop().word(),
        run.stopReason(),
        new FlowSummary.TrustHorizon(trusted.time(), trusted.loss(), verification.trust().reason()),
        run.segments().stream().map(DocumentBuilder::segment).toList(),
        run.samples().stream().map(state -> sample(state, true)).toList(),
        run.curve().stream()
            .map(state -> sample(state, state.product().length <= CURVE_ENTRIES))
            .toList());
  }

  private static FlowSummary.Segment segment(Trajectory.SegmentSummary segment) {
    return new FlowSummary.Segment(
        segment.formulation(),
        segment.coordinates(),
        segment.integrator(),
        segment.from(),
        segment.to(),
        segment.steps(),
        segment.why());
  }

  private Sample sample(FlowState state, boolean withProduct) {
    if (from.problem() instanceof LeastSquares) {
      List<Double> parameters = Arrays.stream(state.product()).boxed().toList();
      return Sample.ofParameters(state.time(), state.loss(), withProduct ? parameters : null);
    }
    boolean square = state.isSquare();
    boolean singular = state.determinantSign() == 0;
    double effectiveRank = state.effectiveRank();
    return new Sample(
        state.time(),
        state.loss(),
        withProduct ? rows(state) : null,
        Arrays.stream(state.logSingularValues()).boxed().map(DocumentBuilder::finite).toList(),
        square ? state.determinantSign() : null,
        square && !singular ? finite(state.logAbsDeterminant() / Math.log(10)) : null,
        finite(effectiveRank),
        state.unbalancedness());
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  static List<List<Double>> rows(FlowState state) {
    List<List<Double>> rows = new ArrayList<>();
    for (int i = 0; i < state.rows(); i++) {
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < state.columns(); j++) {
        row.add(state.product()[i * state.columns() + j]);
      }
      rows.add(row);
    }
    return rows;
  }

  Provenance provenance() {
    return new Provenance(
        Build.version(),
        Build.commit(),
        System.getProperty("java.version"),
        start.seed(),
        new Tolerance(from.flow().relative(), from.flow().absolute()),
        commandLine,
        Build.machine(),
        List.of(
            new Library("Hipparchus", Build.libraryVersion("hipparchus")),
            new Library("Apache Commons Math", Build.libraryVersion("commons-math")),
            new Library("Symja parser", Build.libraryVersion("symja"))));
  }
}
