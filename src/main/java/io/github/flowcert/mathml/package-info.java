/**
 * Statements typeset in MathML, read from their texts into the trees that are checked and written
 * from those: browsers draw it without scripts, fonts or a network.
 */
package io.github.flowcert.mathml;
