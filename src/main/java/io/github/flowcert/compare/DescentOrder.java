package io.github.flowcert.compare;

import io.github.flowcert.descent.DescentGoals;
import io.github.flowcert.descent.DescentMethod;
import io.github.flowcert.descent.Precision;
import java.util.List;

/**
 * A descent to be run.
 *
 * @param name unique among the descents of a case, and the same when the case is run again
 * @param factors W_1 .. W_L at the start
 */
record DescentOrder(
    String name,
    DescentMethod method,
    Precision precision,
    double rate,
    List<double[]> factors,
    DescentGoals goals) {}
