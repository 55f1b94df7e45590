package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.Initial;
import io.github.flowcert.claim.Premise;
import java.util.LinkedHashMap;
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
 * @param steps the limit of steps under which the start was judged
 * @param without premises without which it was judged
 */
record WorstCase(Case from, int steps, Set<Premise> without) {
  /** The name of the file. */
  static final String FILE = "worst.yaml";

  private static final String SUFFIX = "-worst";

  /** Names of cases have an end. */
  private static final int LONGEST_NAME = 100;

  /** The text of the file. */
  String text(Tried worst) {
    LoadSettings reading =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    Map<String, Object> root = new LinkedHashMap<>();
    ((Map<?, ?>) new Load(reading).loadFromString(from.source().text()))
        .forEach((key, value) -> root.put((String) key, value));
    root.put("case", name());
    root.put(
        "about",
        "Start " + worst.number() + " of a search, the worst it found for " + from.name() + ".");
    root.put("initial", initial(worst.start()));
    root.put("flow", flow(root.get("flow")));
    DumpSettings writing = DumpSettings.builder().setSchema(new CoreSchema()).build();
    return "# To be judged with: flowcert "
        + arguments()
        + "\n"
        + new Dump(writing).dumpToString(root);
  }

  /** The arguments with which flowcert judges the file. */
  String arguments() {
    String options =
        Premise.ofStarts().stream()
            .filter(without::contains)
            .map(premise -> " --without " + premise.word())
            .collect(Collectors.joining());
    return "verify" + options + " " + FILE;
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
    } else {
      initial.put("kind", "factors");
      initial.put("factors", ((Initial.Factors) start).matrices());
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
