/**
 * Claims as data: statements about points of a trajectory, about solutions or about a random
 * initialization, the hypotheses under which they are made, and the quantities that they mention.
 */
package io.github.flowcert.claim;
