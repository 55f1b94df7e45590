/**
 * Gradient descent on the factors of a deep matrix factorization, in several variants and
 * precisions, as sequences of iterates that can be stopped, stored and continued.
 */
package io.github.flowcert.descent;
