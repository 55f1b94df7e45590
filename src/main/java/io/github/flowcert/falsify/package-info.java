/**
 * The falsifier: searches the starts that a case could have had for the one at which its claims
 * come nearest to failing, and has the worst of them judged.
 */
package io.github.flowcert.falsify;
