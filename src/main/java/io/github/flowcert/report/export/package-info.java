/** What people take out of a report into programs of their own: tables and columns of numbers. */
package io.github.flowcert.report.export;
