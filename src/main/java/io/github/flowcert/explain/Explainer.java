package io.github.flowcert.explain;

import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.ClaimDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Explains identifiers. */
public final class Explainer {
  private final Catalogue catalogue;
  private final ClaimTexts texts = new ClaimTexts();
  private final Map<String, Explanation> words;

  /**
   * An explainer.
   *
   * @param catalogue the claims it knows
   * @param exitCodes what each exit code means
   */
  public Explainer(Catalogue catalogue, SortedMap<Integer, String> exitCodes) {
    this.catalogue = catalogue;
    this.words = Words.all();
    exitCodes.forEach(
        (code, meaning) -> {
          Explanation explanation =
              Explanation.ofWord(
                  "exit-" + code, "exit-code", "Exit code " + code + ": " + meaning + ".");
          words.put(explanation.id(), explanation);
        });
  }

  /** Every identifier that can be explained: claims, families, then words. */
  public List<String> identifiers() {
    List<String> all = new ArrayList<>(catalogue.identifiers());
    all.addAll(words.keySet());
    return all;
  }

  /**
   * The explanation of an identifier; empty where there is no such identifier. An exit code may be
   * given as its number.
   *
   * @param cases folder with case files; empty for none
   * @param proofs folder with proof files; empty for none
   */
  public Optional<Explanation> explain(String id, Optional<Path> cases, Optional<Path> proofs) {
    List<ClaimDefinition> claims = catalogue.resolve(id);
    if (claims.isEmpty()) {
      return Optional.ofNullable(words.getOrDefault(id, words.get("exit-" + id)));
    }
    Set<String> members = claims.stream().map(ClaimDefinition::id).collect(Collectors.toSet());
    Uses uses = new Uses(catalogue, members);
    cases.ifPresent(uses::searchCases);
    proofs.ifPresent(uses::searchProofs);
    return Optional.of(
        new Explanation(
            id,
            members.contains(id) ? "claim" : "family",
            null,
            claims.stream().map(texts::of).toList(),
            uses.cases(),
            uses.proofs(),
            uses.unread()));
  }
}
