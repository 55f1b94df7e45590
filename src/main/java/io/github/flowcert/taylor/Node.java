package io.github.flowcert.taylor;

/**
 * A quantity on a tape.
 *
 * @param index its place there
 */
public record Node(int index) {}
