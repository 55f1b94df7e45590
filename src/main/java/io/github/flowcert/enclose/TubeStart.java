package io.github.flowcert.enclose;

import io.github.flowcert.lohner.LohnerSet;

/**
 * The starts of a tube in coordinates.
 *
 * @param coordinates the coordinates
 * @param set contains the starts
 * @param determinantSign sign of the determinant of all of them; 0 where there is none
 */
public record TubeStart(Coordinates coordinates, LohnerSet set, int determinantSign) {}
