package io.github.flowcert.mathml;

/**
 * A letter of statements about matrices.
 *
 * @param name in proof files
 * @param markup how it is typeset, one element of MathML
 * @param meaning what it stands for
 */
public record MatrixSymbol(String name, String markup, String meaning) {}
