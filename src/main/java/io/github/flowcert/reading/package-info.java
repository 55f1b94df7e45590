/**
 * Expressions read in interval arithmetic: the same trees as in doubles, with quantities that are
 * known up to intervals, and statements that are true, false or unknown.
 */
package io.github.flowcert.reading;
