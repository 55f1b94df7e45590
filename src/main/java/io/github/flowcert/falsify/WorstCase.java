package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.Initial;
import io.github.flowcert.casefile.Initial.DeterminantSign;
import io.github.flowcert.claim.Premise;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A case file with a start that was found: the file of the case, but for its name and its start.
 *
 * @param from the case
 * @param folder where the file will be
 * @param steps the limit of steps under which the start was judged
 * @param without premises without which it was judged
 */
record WorstCase(Case from, Path folder, int steps, Set<Premise> without) {
  /** The name of the file. */
  static final String FILE = "worst.yaml";

  private static final String SUFFIX = "-worst";

  /** Names of cases have an end. */
  private static final int LONGEST_NAME = 100;

  /**
   * The text of the file.
   *
   * @param claim the claim for which this is the worst start
   */
  String text(Tried worst, String claim) {
    LoadSettings reading =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    Map<String, Object> root = new LinkedHashMap<>();
    ((Map<?, ?>) new Load(reading).loadFromString(from.source().text()))
        .forEach((key, value) -> root.put((String) key, value));
    root.put("case", name());
    root.put("problem", withFiles(root.get("problem")));
    root.put("about", about(worst, claim));
    root.put("initial", initial(worst.start()));
    root.put("flow", flow(root.get("flow")));
    DumpSettings writing = DumpSettings.builder().setSchema(new CoreSchema()).build();
    return "# To be judged with: flowcert "
        + arguments()
        + "\n"
        + new Dump(writing).dumpToString(root);
  }

  /** Names of data files, which are relative to the case file, become absolute. */
  private Object withFiles(Object part) {
    if (part instanceof Map<?, ?> map) {
      Map<Object, Object> changed = new LinkedHashMap<>();
      map.forEach((key, value) -> changed.put(key, withFiles(value)));
      return changed;
    }
    if (part instanceof List<?> list) {
      return list.stream().map(this::withFiles).toList();
    }
    Path beside = from.source().path().toAbsolutePath().getParent();
    return part instanceof String text && Files.isRegularFile(beside.resolve(text))
        ? beside.resolve(text).normalize().toString()
        : part;
  }

  private String about(Tried worst, String claim) {
    String start =
        worst.isOwn()
            ? "The start of " + from.name() + " itself"
            : "Start " + worst.number() + " of a search among the starts of " + from.name();
    return start + ", the worst found for " + claim + ".";
  }

  /** The arguments with which flowcert judges the file. */
  String arguments() {
    String options =
        Premise.ofStarts().stream()
            .filter(without::contains)
            .map(premise -> " --without " + premise.word())
            .collect(Collectors.joining());
    return "verify" + options + " " + folder.resolve(FILE);
  }

  private String name() {
    int length = Math.min(from.name().length(), LONGEST_NAME - SUFFIX.length());
    return from.name().substring(0, length) + SUFFIX;
  }

  private static Map<String, Object> initial(Initial start) {
    Map<String, Object> initial = new LinkedHashMap<>();
    if (start instanceof Initial.Product product) {
      initial.put("kind", "product");
      initial.put("product", product.matrix());
    } else if (start instanceof Initial.Factors factors) {
      initial.put("kind", "factors");
      initial.put("factors", factors.matrices());
    } else if (start instanceof Initial.Identity identity) {
      initial.put("kind", "identity");
      initial.put("scale", identity.scale());
    } else if (start instanceof Initial.Gaussian g) {
      initial.putAll(random("gaussian", g.scale(), g.seed(), g.determinant()));
    } else if (start instanceof Initial.BalancedGaussian g) {
      initial.putAll(random("balanced-gaussian", g.scale(), g.seed(), g.determinant()));
    }
    return initial;
  }

  private static Map<String, Object> random(
      String kind, double scale, long seed, DeterminantSign sign) {
    Map<String, Object> initial = new LinkedHashMap<>();
    initial.put("kind", kind);
    initial.put("scale", scale);
    initial.put("seed", seed);
    if (sign != DeterminantSign.ANY) {
      initial.put("determinant", sign.name().toLowerCase(Locale.ROOT));
    }
    return initial;
  }

  private Map<String, Object> flow(Object stated) {
    Map<String, Object> flow = new LinkedHashMap<>();
    Map<String, Object> until = new LinkedHashMap<>();
    if (stated instanceof Map<?, ?> options) {
      options.forEach((key, value) -> flow.put((String) key, value));
    }
    if (flow.get("until") instanceof Map<?, ?> limits) {
      limits.forEach((key, value) -> until.put((String) key, value));
    }
    until.put("steps", steps);
    flow.put("until", until);
    return flow;
  }
}
