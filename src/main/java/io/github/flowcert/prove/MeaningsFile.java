package io.github.flowcert.prove;

import io.github.flowcert.claim.Fingerprint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The texts of {@code meanings.yaml}.
 *
 * @param hypotheses what is true where a hypothesis is met, by its identifier
 * @param twoByTwo hypotheses of which one must be met for {@code means} and {@code norms}
 * @param means what is true of quantities then
 * @param norms the entries of matrices, by the names of the norm's values
 * @param readings for what quantities stand, by their names less brackets and commas
 * @param trajectories variables that may stand for a trajectory
 */
record MeaningsFile(
    Map<String, List<String>> hypotheses,
    List<String> twoByTwo,
    List<String> means,
    Map<String, List<String>> norms,
    Map<String, Reading> readings,
    List<Along> trajectories) {

  /** A term for a quantity, and the fact from the literature that says so, if one is needed. */
  record Reading(String term, Optional<String> by) {}

  /** Variables for a trajectory, and the hypotheses under which it is one. */
  record Along(List<String> now, List<String> start, List<String> supposes, List<String> oneOf) {}

  static MeaningsFile read() {
    LoadSettings settings = LoadSettings.builder().setLabel("meanings.yaml").build();
    Map<?, ?> root = (Map<?, ?>) new Load(settings).loadFromString(Fingerprint.meanings());
    Map<?, ?> twoByTwo = (Map<?, ?>) root.get("two-by-two");
    return new MeaningsFile(
        lists((Map<?, ?>) root.get("hypotheses")),
        texts(twoByTwo.get("supposes")),
        texts(twoByTwo.get("means")),
        lists((Map<?, ?>) twoByTwo.get("norms")),
        readings((Map<?, ?>) root.get("readings")),
        ((List<?>) root.get("trajectories")).stream().map(MeaningsFile::along).toList());
  }

  private static Along along(Object node) {
    Map<?, ?> map = (Map<?, ?>) node;
    return new Along(
        texts(map.get("now")),
        texts(map.get("start")),
        texts(map.get("supposes")),
        texts(map.get("one-of")));
  }

  private static Map<String, Reading> readings(Map<?, ?> map) {
    Map<String, Reading> readings = new LinkedHashMap<>();
    map.forEach(
        (name, node) -> {
          Map<?, ?> reading = (Map<?, ?>) node;
          Optional<String> by = Optional.ofNullable((String) reading.get("by"));
          readings.put((String) name, new Reading((String) reading.get("term"), by));
        });
    return readings;
  }

  private static Map<String, List<String>> lists(Map<?, ?> map) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    map.forEach((name, list) -> lists.put((String) name, texts(list)));
    return lists;
  }

  private static List<String> texts(Object list) {
    return ((List<?>) list).stream().map(Object::toString).toList();
  }
}
