package io.github.flowcert.proof;

import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.Spelling;
import io.github.flowcert.yaml.YamlFiles;
import io.github.flowcert.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the proof files that a command line names, and puts each after those it uses. */
public final class ProofFiles {
  private ProofFiles() {}

  /**
   * The proofs in these files and folders.
   *
   * @throws InputException if a path does not exist or has no proofs, a file is no proof file, two
   *     have the same name, one uses a proof that is not there, or proofs use each other in a
   *     circle
   */
  public static List<ProofFile> read(List<Path> paths) throws InputException {
    Map<String, ProofFile> proofs = new LinkedHashMap<>();
    for (Path file : YamlFiles.find(paths, "proof")) {
      ProofFile proof = ProofReader.read(file);
      ProofFile earlier = proofs.putIfAbsent(proof.name(), proof);
      if (earlier != null) {
        YamlNode name = ProofReader.nameIn(file);
        throw name.problem(
            "'" + proof.name() + "' is the proof in " + earlier.path() + " too; expected it once");
      }
    }
    Set<String> ordered = new LinkedHashSet<>();
    for (ProofFile proof : proofs.values()) {
      visit(proof, proofs, ordered, new LinkedHashSet<>());
    }
    return ordered.stream().map(proofs::get).toList();
  }

  private static void visit(
      ProofFile proof, Map<String, ProofFile> proofs, Set<String> done, Set<String> open)
      throws InputException {
    if (done.contains(proof.name())) {
      return;
    }
    open.add(proof.name());
    for (String used : uses(proof)) {
      if (!proofs.containsKey(used)) {
        throw UsePlace.problem(
            proof.path(),
            "proof",
            used,
            "uses the proof '"
                + used
                + "', which is not among those named; "
                + Spelling.hint(used, List.copyOf(proofs.keySet())));
      }
      if (open.contains(used)) {
        throw UsePlace.problem(proof.path(), "proof", used, circle(open, used));
      }
      visit(proofs.get(used), proofs, done, open);
    }
    requireParts(proof, proofs);
    open.remove(proof.name());
    done.add(proof.name());
  }

  private static String circle(Set<String> open, String used) {
    List<String> all = new ArrayList<>(open);
    List<String> circle = new ArrayList<>(all.subList(all.indexOf(used), all.size()));
    circle.add(used);
    return "proofs use each other in a circle: "
        + String.join(" -> ", circle)
        + "; expected each to use earlier ones only";
  }

  private static void requireParts(ProofFile proof, Map<String, ProofFile> proofs)
      throws InputException {
    for (Rule.Theorem rule : theorems(proof)) {
      List<String> parts = proofs.get(rule.proof()).conclusions().stream().map(Step::id).toList();
      if (rule.part().isPresent() && !parts.contains(rule.part().get())) {
        throw UsePlace.problem(
            proof.path(),
            "part",
            rule.part().get(),
            "uses the part '"
                + rule.part().get()
                + "', which is no conclusion of "
                + rule.proof()
                + "; "
                + Spelling.hint(rule.part().get(), parts));
      }
    }
  }

  /** Names of the proofs that a proof uses. */
  public static Set<String> uses(ProofFile proof) {
    return Stream.concat(
            theorems(proof).stream().map(Rule.Theorem::proof),
            matrixTheorems(proof).map(MatrixRule.Theorem::proof))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<MatrixRule.Theorem> matrixTheorems(ProofFile proof) {
    return Stream.concat(proof.matrices().steps().stream(), proof.matrices().conclusions().stream())
        .flatMap(step -> Stream.concat(Stream.of(step), step.corrected().stream()))
        .map(MatrixSection.MatrixStep::rule)
        .filter(MatrixRule.Theorem.class::isInstance)
        .map(MatrixRule.Theorem.class::cast);
  }

  private static List<Rule.Theorem> theorems(ProofFile proof) {
    return Stream.concat(proof.steps().stream(), proof.conclusions().stream())
        .flatMap(step -> Stream.concat(Stream.of(step), step.corrected().stream()))
        .map(Step::rule)
        .filter(Rule.Theorem.class::isInstance)
        .map(Rule.Theorem.class::cast)
        .toList();
  }
}
