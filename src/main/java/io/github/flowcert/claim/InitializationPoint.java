package io.github.flowcert.claim;

import io.github.flowcert.expression.Quantities;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.sign.SignFrequency;
import io.github.flowcert.sign.SignPairing;
import java.util.function.Supplier;

/**
 * The quantities of a random initialization: counts of the signs of determinants over patterns of
 * signs, and how often they occur among draws. Each is worked out when it is asked for.
 *
 * @param pairing the exact counts
 * @param frequency the estimate
 */
public record InitializationPoint(Supplier<SignPairing> pairing, Supplier<SignFrequency> frequency)
    implements Quantities {

  /** What can be said about a random initialization. */
  static final Vocabulary VOCABULARY =
      Vocabulary.of(
          "patterns",
          "positives",
          "negatives",
          "singulars",
          "draws",
          "positivelow",
          "positivehigh",
          "negativelow",
          "negativehigh");

  @Override
  public double symbol(String name) {
    return switch (name) {
      case "patterns" -> pairing.get().patterns();
      case "positives" -> pairing.get().positives();
      case "negatives" -> pairing.get().negatives();
      case "singulars" -> pairing.get().singulars();
      case "draws" -> frequency.get().draws();
      case "positivelow" -> frequency.get().positive().low();
      case "positivehigh" -> frequency.get().positive().high();
      case "negativelow" -> frequency.get().negative().low();
      case "negativehigh" -> frequency.get().negative().high();
      default -> throw new IllegalArgumentException("no quantity '" + name + "'");
    };
  }

  @Override
  public double call(String name, double[] arguments) {
    throw new IllegalArgumentException("no quantity '" + name + "'");
  }

  @Override
  public double callWithName(String name, String argument) {
    throw new IllegalArgumentException("no quantity '" + name + "'");
  }
}
