package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Initial;
import org.apache.commons.math3.random.RandomGenerator;

/** A set of starts, each given by so many numbers that an optimiser may move freely. */
interface StartSpace {

  /** A start drawn at random. */
  double[] draw(RandomGenerator random);

  /** How far an optimiser first moves each of these numbers. */
  double[] steps(double[] numbers);

  /** The start that numbers stand for; any finite numbers stand for one. */
  Initial start(double[] numbers);
}
