package io.github.flowcert.simulate;

import io.github.flowcert.flow.Formulation;
import io.github.flowcert.integrate.IntegratorKind;
import java.util.List;

/**
 * How to follow a flow, how far, and where to take samples.
 *
 * @param formulation the unknowns, or auto
 * @param integrator the method, or auto
 * @param relative relative tolerance
 * @param absolute absolute tolerance
 * @param untilLoss stop when the loss falls to this
 * @param untilTime stop at this time
 * @param untilSteps stop after so many accepted steps
 * @param recordLoss losses at whose crossing a sample is taken
 * @param recordTime times at which a sample is taken
 */
public record FlowSettings(
    Formulation formulation,
    IntegratorKind integrator,
    double relative,
    double absolute,
    double untilLoss,
    double untilTime,
    int untilSteps,
    List<Double> recordLoss,
    List<Double> recordTime) {

  /** The same with another formulation and integrator. */
  public FlowSettings with(Formulation newFormulation, IntegratorKind newIntegrator) {
    return new FlowSettings(
        newFormulation,
        newIntegrator,
        relative,
        absolute,
        untilLoss,
        untilTime,
        untilSteps,
        recordLoss,
        recordTime);
  }

  /** The same with other tolerances. */
  public FlowSettings withTolerances(double newRelative, double newAbsolute) {
    return new FlowSettings(
        formulation,
        integrator,
        newRelative,
        newAbsolute,
        untilLoss,
        untilTime,
        untilSteps,
        recordLoss,
        recordTime);
  }

  /** The same with another limit of steps. */
  public FlowSettings withSteps(int newUntilSteps) {
    return new FlowSettings(
        formulation,
        integrator,
        relative,
        absolute,
        untilLoss,
        untilTime,
        newUntilSteps,
        recordLoss,
        recordTime);
  }

  /** The same run up to a time instead of a loss, with samples at these times only. */
  public FlowSettings upTo(double time, List<Double> sampleTimes) {
    return new FlowSettings(
        formulation, integrator, relative, absolute, 0, time, untilSteps, List.of(), sampleTimes);
  }
}
