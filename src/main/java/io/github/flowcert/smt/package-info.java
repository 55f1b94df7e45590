/** The solver's reading of expressions: terms and statements as SMT-LIB 2 over the reals. */
package io.github.flowcert.smt;
