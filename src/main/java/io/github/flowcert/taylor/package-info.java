/**
 * Taylor series of the solutions of ordinary differential equations in interval arithmetic, with
 * their derivatives by the start. A right-hand side is a tape of operations; coefficients of every
 * operation follow by recurrence.
 */
package io.github.flowcert.taylor;
