/**
 * Signs of determinants of random matrices, Proposition 3 of Razin and Cohen's preprint: counted
 * over patterns of signs in exact arithmetic, and estimated from draws.
 */
package io.github.flowcert.sign;
