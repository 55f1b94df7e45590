/**
 * Checks proof files step by step: asks the kernel, and looks for counterexamples where it gives
 * up.
 */
package io.github.flowcert.prove;
