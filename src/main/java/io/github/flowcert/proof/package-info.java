/**
 * Proof files: a published statement with what it assumes, each displayed step of its proof, the
 * rule that is to check the step, and what the step uses. Data only; nothing is proved here.
 */
package io.github.flowcert.proof;
