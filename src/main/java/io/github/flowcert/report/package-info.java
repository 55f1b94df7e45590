/**
 * The HTML report, built from result documents alone: nothing is computed here that a document does
 * not say.
 */
package io.github.flowcert.report;
