/**
 * Sweeps on Apache Spark, which is not part of this program: nothing here may be loaded unless it
 * is asked for.
 */
package io.github.flowcert.spark;
