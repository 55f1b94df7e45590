/**
 * Expressions read as terms of a solver for real arithmetic, in SMT-LIB 2: exact numbers,
 * quantities as constants, and what is not polynomial as further constants with the conditions that
 * define them.
 */
package io.github.flowcert.smt;
