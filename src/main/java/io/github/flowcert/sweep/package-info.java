/**
 * Grids of cases: a base case and axes, expanded into cases in a fixed order, verified on several
 * threads, each result kept as it ends, and merged into one table and one summary.
 */
package io.github.flowcert.sweep;
