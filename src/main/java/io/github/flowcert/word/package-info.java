/**
 * Words: polynomials in matrices that do not commute, with their transposes, inverses and
 * derivatives in time, and powers whose exponents may be symbolic natural numbers. Shapes are
 * checked when a text is read; identities are shown by rewriting, for matrices of every size, and
 * refuted at rational matrices.
 */
package io.github.flowcert.word;
