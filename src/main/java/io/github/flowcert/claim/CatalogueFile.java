package io.github.flowcert.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A catalogue file, which is a resource of the program: what is wrong in it is a programming error.
 *
 * @param claims claims by identifier, in the order of the file
 * @param families members by identifier of the family
 */
record CatalogueFile(Map<String, ClaimDefinition> claims, Map<String, List<String>> families) {

  private static final String FOLDER = "/io/github/flowcert/claims/";

  static CatalogueFile read(String name) {
    try (InputStream stream = Catalogue.class.getResourceAsStream(FOLDER + name)) {
      LoadSettings settings = LoadSettings.builder().setLabel(name).build();
      Entry root = new Entry(name, (Map<?, ?>) new Load(settings).loadFromInputStream(stream));
      Map<String, ClaimDefinition> claims = new LinkedHashMap<>();
      root.entries("claims").stream()
          .map(CatalogueFile::claim)
          .forEach(claim -> claims.put(claim.id(), claim));
      Map<String, List<String>> families = new LinkedHashMap<>();
      root.entries("families")
          .forEach(family -> families.put(family.text("id"), family.texts("members")));
      return new CatalogueFile(claims, families);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Both files together. */
  CatalogueFile and(CatalogueFile other) {
    Map<String, ClaimDefinition> allClaims = new LinkedHashMap<>(claims);
    allClaims.putAll(other.claims);
    Map<String, List<String>> allFamilies = new LinkedHashMap<>(families);
    allFamilies.putAll(other.families);
    return new CatalogueFile(allClaims, allFamilies);
  }

  private static ClaimDefinition claim(Entry entry) {
    return new ClaimDefinition(
        entry.text("id"),
        entry.text("title"),
        entry.text("words"),
        along(entry.textOrNull("along")),
        entry.text("statement"),
        entry.textOrNull("when"),
        entry.entries("let").stream().map(CatalogueFile::let).toList(),
        entry.texts("hypotheses").stream().map(CatalogueFile::hypothesis).toList(),
        entry.flag("norms"),
        entry.text("source"),
        entry.flag("auxiliary"),
        premise(entry.textOrNull("restates")));
  }

  private static Premise premise(String word) {
    return word == null
        ? null
        : Premise.of(word)
            .orElseThrow(() -> new IllegalStateException("no premise '" + word + "'"));
  }

  private static ClaimDefinition.Let let(Entry entry) {
    return new ClaimDefinition.Let(entry.text("name"), entry.text("value"));
  }

  private static Along along(String word) {
    return word == null
        ? Along.TRAJECTORY
        : Along.of(word)
            .orElseThrow(() -> new IllegalStateException("nothing called '" + word + "'"));
  }

  private static Hypothesis hypothesis(String id) {
    return Hypothesis.of(id)
        .orElseThrow(() -> new IllegalStateException("no hypothesis '" + id + "'"));
  }

  /** A mapping of the file; lists and flags that are left out are empty and false. */
  private record Entry(String where, Map<?, ?> keys) {

    String text(String key) {
      String text = textOrNull(key);
      if (text == null) {
        throw new IllegalStateException(where + ": '" + key + "' is missing in " + keys);
      }
      return text;
    }

    String textOrNull(String key) {
      return (String) keys.get(key);
    }

    boolean flag(String key) {
      return Boolean.TRUE.equals(keys.get(key));
    }

    List<String> texts(String key) {
      return list(key).stream().map(String.class::cast).toList();
    }

    List<Entry> entries(String key) {
      return list(key).stream().map(each -> new Entry(where, (Map<?, ?>) each)).toList();
    }

    private List<?> list(String key) {
      return keys.containsKey(key) ? (List<?>) keys.get(key) : List.of();
    }
  }
}
