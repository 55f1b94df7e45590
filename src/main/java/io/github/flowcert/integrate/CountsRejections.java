package io.github.flowcert.integrate;

/** An integrator that knows how many steps it tried in vain. */
public interface CountsRejections {

  /** Rejected steps since the integrator was made. */
  int rejectedSteps();
}
