package io.github.flowcert.casefile;

import io.github.flowcert.flow.Formulation;
import io.github.flowcert.integrate.IntegratorKind;
import java.util.List;

/**
 * How a flow is integrated.
 *
 * @param formulation the unknowns; default auto
 * @param integrator the method; default auto
 * @param relative relative tolerance; default 1e-8
 * @param absolute absolute tolerance; default 1e-12
 * @param untilLoss the run stops when the loss falls to this; default 1e-8
 * @param untilTime the run stops at this time; default 1e30
 * @param untilSteps the run stops after so many accepted steps; default 200000
 * @param recordLoss losses at whose crossing a sample is taken, largest first; default 1e-1 .. 1e-4
 * @param recordTime times at which a sample is taken, in order; default none
 */
public record FlowOptions(
    Formulation formulation,
    IntegratorKind integrator,
    double relative,
    double absolute,
    double untilLoss,
    double untilTime,
    int untilSteps,
    List<Double> recordLoss,
    List<Double> recordTime) {

  /** The same with another limit of steps. */
  public FlowOptions withSteps(int steps) {
    return new FlowOptions(
        formulation,
        integrator,
        relative,
        absolute,
        untilLoss,
        untilTime,
        steps,
        recordLoss,
        recordTime);
  }
}
