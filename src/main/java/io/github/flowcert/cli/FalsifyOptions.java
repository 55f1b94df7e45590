package io.github.flowcert.cli;

import io.github.flowcert.claim.Premise;
import io.github.flowcert.yaml.Spelling;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options of the search among starts, and of hypotheses that are left out. */
final class FalsifyOptions {
  /** The seed of a search where none is given: a search must be the same tomorrow. */
  private static final long SEED = 1;

  @Option(
      names = "--falsify",
      paramLabel = "N",
      description =
          "also try N starts within the hypotheses of the claims, in search of one at which a claim fails")
  private Integer starts;

  @Option(
      names = "--without",
      paramLabel = "PREMISE",
      description =
          "judge claims as if they did not suppose this: balanced (starts) or determinant (its sign);"
              + " with --falsify, starts that break it are searched; may be repeated")
  private List<String> without = new ArrayList<>();

  /** Made by the command line. */
  FalsifyOptions() {}

  /** Whether a search is asked for. */
  boolean wanted() {
    return starts != null;
  }

  int starts() {
    return starts;
  }

  /** The seed of the search, given that of the command line, which may be null. */
  long seed(Long given) {
    return given == null ? SEED : given;
  }

  /** What is not supposed. */
  Set<Premise> without() {
    Set<Premise> premises = EnumSet.noneOf(Premise.class);
    without.forEach(word -> Premise.of(word).ifPresent(premises::add));
    return premises;
  }

  /** Refuses what cannot be right. */
  void check() throws BadInput {
    if (starts != null && starts < 1) {
      throw new BadInput("--falsify " + starts + ": no starts to try; expected 1 or more");
    }
    List<String> known = Premise.ofStarts().stream().map(Premise::word).toList();
    for (String word : without) {
      if (Premise.of(word).isEmpty()) {
        throw new BadInput(
            "--without " + word + ": no such premise; " + Spelling.hint(word, known));
      }
    }
  }
}
