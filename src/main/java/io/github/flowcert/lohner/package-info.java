/**
 * Validated integration of ordinary differential equations: sets that contain every solution from a
 * box of starts, at every time of a step. After Lohner; high-order enclosures after Nedialkov,
 * Jackson and Corliss. Soundness is critical.
 */
package io.github.flowcert.lohner;
