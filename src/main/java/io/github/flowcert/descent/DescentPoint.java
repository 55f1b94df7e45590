package io.github.flowcert.descent;

/**
 * An iterate. The array is not copied: nobody may write to it.
 *
 * @param iteration its number, 0 at the start
 * @param time the time of gradient flow that corresponds to it
 * @param loss its loss, as computed in the descent's own precision
 * @param parameters all entries of W_1, then of W_2 and so on
 */
public record DescentPoint(long iteration, double time, double loss, double[] parameters) {}
