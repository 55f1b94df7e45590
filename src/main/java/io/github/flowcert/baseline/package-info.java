/**
 * What flows are compared with: the solution of a problem that has minimal nuclear norm, with the
 * dual point that certifies it.
 */
package io.github.flowcert.baseline;
