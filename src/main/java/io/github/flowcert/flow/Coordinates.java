package io.github.flowcert.flow;

import io.github.flowcert.integrate.ErrorScale;
import io.github.flowcert.integrate.JacobianSource;
import org.hipparchus.ode.OrdinaryDifferentialEquation;

/**
 * Unknowns for gradient flow: the vector field in them, what a point in them means, and how far
 * they can be trusted.
 */
public interface Coordinates extends OrdinaryDifferentialEquation, JacobianSource, ErrorScale {

  /** The formulation these coordinates belong to. */
  Formulation formulation();

  /** The unknowns, in words. */
  String description();

  /** The unknowns at the start. */
  double[] start();

  /** What is measured at a point. */
  FlowState observe(double time, double[] unknowns);

  /**
   * Positive where these coordinates are well conditioned; the run changes coordinates where it
   * falls to 0.
   */
  double validity(double[] unknowns);

  /** Whether the flow rests here: all later points are the same up to rounding. */
  default boolean settled(double[] unknowns) {
    return false;
  }

  /** What other coordinates need to go on from here. */
  Carry carry(double[] unknowns);

  /**
   * The smallest ratio of the smallest to the largest singular value that these coordinates can
   * represent; 0 where the logarithms of the singular values are unknowns themselves.
   */
  double representableRatio();
}
