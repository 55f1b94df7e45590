/**
 * Norms and quasi-norms over matrices, each with the constant of its weakened triangle inequality.
 */
package io.github.flowcert.norm;
