package io.github.flowcert.claim;

import io.github.flowcert.claim.ClaimDefinition.Let;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The claims that ship with the program, read from files that a user can read too. */
public final class Catalogue {
  private static final String FILE = "/io/github/flowcert/claims/razin-cohen-2020.yaml";

  private final List<ClaimDefinition> claims;
  private final Map<String, List<String>> families;

  private Catalogue(List<ClaimDefinition> claims, Map<String, List<String>> families) {
    this.claims = List.copyOf(claims);
    this.families = Map.copyOf(families);
  }

  /** Reads the catalogue. Statements are kept as text until somebody asks for one. */
  public static Catalogue load() {
    try (InputStream in = Catalogue.class.getResourceAsStream(FILE)) {
      Map<?, ?> file = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      List<ClaimDefinition> claims = new ArrayList<>();
      for (Object entry : (List<?>) file.get("claims")) {
        claims.add(definition((Map<?, ?>) entry));
      }
      Map<String, List<String>> families = new java.util.LinkedHashMap<>();
      ((Map<?, ?>) file.get("families"))
          .forEach((id, parts) -> families.put((String) id, strings(parts)));
      return new Catalogue(claims, families);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClaimDefinition definition(Map<?, ?> entry) {
    List<Let> let = new ArrayList<>();
    if (entry.get("let") instanceof Map<?, ?> names) {
      names.forEach((name, text) -> let.add(new Let((String) name, String.valueOf(text))));
    }
    return new ClaimDefinition(
        text(entry, "id"),
        text(entry, "title"),
        text(entry, "words"),
        text(entry, "statement"),
        text(entry, "when"),
        List.copyOf(let),
        strings(entry.get("hypotheses")),
        Boolean.TRUE.equals(entry.get("norms")),
        text(entry, "source"));
  }

  private static String text(Map<?, ?> entry, String key) {
    return entry.get(key) == null ? null : String.valueOf(entry.get(key)).strip();
  }

  private static List<String> strings(Object list) {
    return list == null ? List.of() : ((List<?>) list).stream().map(String::valueOf).toList();
  }

  /** Identifiers of all claims and families. */
  public List<String> identifiers() {
    TreeSet<String> all = new TreeSet<>(families.keySet());
    claims.forEach(claim -> all.add(claim.id()));
    return List.copyOf(all);
  }

  /** Whether a claim or family of that identifier exists. */
  public boolean knows(String id) {
    return families.containsKey(id) || claims.stream().anyMatch(claim -> claim.id().equals(id));
  }

  /**
   * The claims that an identifier stands for.
   *
   * @throws IllegalArgumentException if there is none
   */
  public List<ClaimDefinition> resolve(String id) {
    List<String> wanted = families.getOrDefault(id, List.of(id));
    List<ClaimDefinition> found = new ArrayList<>();
    for (String each : wanted) {
      found.add(
          claims.stream()
              .filter(claim -> claim.id().equals(each))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no claim " + each)));
    }
    return found;
  }

  /** A claim of a user's own. */
  public static ClaimDefinition custom(String id, String expression, String when) {
    return new ClaimDefinition(
        id, id, "a claim of the case file", expression, when, List.of(), List.of(), false, null);
  }
}
