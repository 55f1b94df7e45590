/**
 * Enclosures of the flows of deep linear networks: the factors and coordinates on the balanced set
 * as right-hand sides of the validated integrator, and claims along the tubes that come of it.
 */
package io.github.flowcert.enclose;
