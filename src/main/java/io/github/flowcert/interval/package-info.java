/**
 * Interval arithmetic with outward rounding. An interval is a set of real numbers; every operation
 * gives one that contains all the values that the exact operation takes on its operands. Soundness
 * is critical: nothing here rounds to nearest.
 */
package io.github.flowcert.interval;
