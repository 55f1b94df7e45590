/**
 * Statements in Symja's input syntax, read once into a tree that is checked against the quantities
 * it may mention and evaluated in doubles.
 */
package io.github.flowcert.expression;
