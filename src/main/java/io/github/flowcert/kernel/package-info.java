/**
 * The small core that alone can make a {@link io.github.flowcert.kernel.Fact}. Everything else
 * merely asks it.
 */
package io.github.flowcert.kernel;
