/**
 * Claims as data: statements about a point of a trajectory, the hypotheses under which they are
 * made, and the quantities that they mention.
 */
package io.github.flowcert.claim;
