package io.github.flowcert.verify;

/**
 * Both sides of a claim at one point.
 *
 * @param left left side
 * @param right right side
 * @param margin positive where the claim holds
 */
record Sides(double left, double right, double margin) {}
