/**
 * Asks an SMT solver whether a script of SMT-LIB 2 assertions over the reals is satisfiable. The
 * solver runs in processes of its own, because its own time limit is not always kept.
 */
package io.github.flowcert.solver;
