package io.github.flowcert.explain;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.explain.Explanation.CaseUse;
import io.github.flowcert.verify.Vocabularies;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Where claims are used. */
final class Uses {
  private final Catalogue catalogue;
  private final Set<String> claims;
  private final List<CaseUse> cases = new ArrayList<>();
  private final List<String> proofs = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();

  /**
   * Uses of claims.
   *
   * @param claims their identifiers
   */
  Uses(Catalogue catalogue, Set<String> claims) {
    this.catalogue = catalogue;
    this.claims = claims;
  }

  List<CaseUse> cases() {
    return cases;
  }

  List<String> proofs() {
    return proofs;
  }

  /** Files that could not be searched, each with the reason. */
  List<String> unread() {
    return unread;
  }

  /** Looks through the case files below a folder. */
  void searchCases(Path folder) {
    CaseReader reader = new CaseReader(Vocabularies.of(catalogue));
    for (Path file : filesBelow(folder, "case")) {
      try {
        Case found = reader.read(file);
        if (found.claims().stream().anyMatch(request -> isAbout(request.id()))) {
          cases.add(new CaseUse(found.name(), file.toString()));
        }
      } catch (InputException e) {
        unread.add(e.getMessage());
      }
    }
  }

  private boolean isAbout(String id) {
    return catalogue.resolve(id).stream().map(ClaimDefinition::id).anyMatch(claims::contains);
  }

  /**
   * Looks through the proof files below a folder: one uses a claim where an identifier stands in it
   * as a value, or ends the name of what is proved.
   */
  void searchProofs(Path folder) {
    for (Path file : filesBelow(folder, "proof")) {
      try {
        if (texts(yaml(file)).anyMatch(this::names)) {
          proofs.add(file.toString());
        }
      } catch (IOException | YamlEngineException e) {
        unread.add(file + ": cannot be read as YAML");
      }
    }
  }

  private static Object yaml(Path file) throws IOException {
    return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
  }

  /** Whether a text is an identifier, or one behind the name of a paper. */
  private boolean names(String text) {
    return isAbout(text) || isAbout(text.substring(text.indexOf('/') + 1));
  }

  private List<Path> filesBelow(Path folder, String kind) {
    try {
      return YamlFiles.below(folder, kind);
    } catch (InputException e) {
      unread.add(e.getMessage());
      return List.of();
    }
  }

  private static Stream<String> texts(Object node) {
    if (node instanceof Map<?, ?> map) {
      return map.values().stream().flatMap(Uses::texts);
    }
    if (node instanceof Collection<?> list) {
      return list.stream().flatMap(Uses::texts);
    }
    return Stream.ofNullable(node instanceof String text ? text : null);
  }
}
