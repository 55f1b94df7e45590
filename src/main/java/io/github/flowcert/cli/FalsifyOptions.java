package io.github.flowcert.cli;

import io.github.flowcert.claim.Premise;
import io.github.flowcert.yaml.Spelling;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of the search among starts, and of hypotheses that are left out. */
final class FalsifyOptions {
  /** The seed of a search where none is given: a search must be the same tomorrow. */
  private static final long SEED = 1;

  /** All starts that were tried are kept until the worst are known. */
  private static final int MOST_STARTS = 1_000_000;

  @Option(
      names = "--falsify",
      paramLabel = "N",
      description =
          "also try N starts within the hypotheses of the claims, in search of one at which a claim fails",
      converter = NumberOfStarts.class)
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
    List<String> known = Premise.ofStarts().stream().map(Premise::word).toList();
    for (String word : without) {
      if (Premise.of(word).isEmpty()) {
        String hint = several(word, known) ? repeated(word) : Spelling.hint(word, known);
        throw new BadInput("--without " + word + ": no such premise; " + hint);
      }
    }
  }

  private static boolean several(String word, List<String> known) {
    return word.contains(",") && known.containsAll(List.of(word.split(",", -1)));
  }

  private static String repeated(String words) {
    return "repeat the option: --without " + words.replace(",", " --without ");
  }

  /** Reads how many starts to try; what stands there instead may be the path of a case. */
  private static final class NumberOfStarts implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String value) {
      int starts = 0;
      try {
        starts = Integer.parseInt(value);
      } catch (NumberFormatException e) {
        throw refused(value);
      }
      if (starts < 1 || starts > MOST_STARTS) {
        throw refused(value);
      }
      return starts;
    }

    private static TypeConversionException refused(String value) {
      return new TypeConversionException(
          "'"
              + value
              + "' is no number of starts; expected a whole number from 1 to "
              + MOST_STARTS
              + ", as in --falsify 200 CASE");
    }
  }
}
