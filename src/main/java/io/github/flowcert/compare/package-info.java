/**
 * The flow of a case beside gradient descent on the same factors: where they part, which of the
 * possible causes the evidence names, and how fast their difference falls with the learning rate.
 */
package io.github.flowcert.compare;
