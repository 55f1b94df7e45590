package io.github.flowcert.proof;

import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.Spelling;
import io.github.flowcert.yaml.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    for (Path file : files(paths)) {
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
    if (!open.add(proof.name())) {
      throw new InputException(
          proof.path()
              + ": proofs use each other in a circle: "
              + String.join(" -> ", open)
              + " -> "
              + proof.name()
              + "; expected each to use earlier ones only");
    }
    for (String used : uses(proof)) {
      if (!proofs.containsKey(used)) {
        throw new InputException(
            proof.path()
                + ": uses the proof '"
                + used
                + "', which is not among those named; "
                + Spelling.hint(used, List.copyOf(proofs.keySet())));
      }
      visit(proofs.get(used), proofs, done, open);
    }
    open.remove(proof.name());
    done.add(proof.name());
  }

  /** Names of the proofs that a proof uses. */
  public static Set<String> uses(ProofFile proof) {
    Set<String> names = new LinkedHashSet<>();
    Stream.concat(proof.steps().stream(), proof.conclusions().stream())
        .flatMap(step -> Stream.concat(Stream.of(step), step.corrected().stream()))
        .map(Step::rule)
        .filter(Rule.Theorem.class::isInstance)
        .forEach(rule -> names.add(((Rule.Theorem) rule).proof()));
    Stream.concat(proof.matrices().steps().stream(), proof.matrices().conclusions().stream())
        .flatMap(step -> Stream.concat(Stream.of(step), step.corrected().stream()))
        .map(MatrixSection.MatrixStep::rule)
        .filter(MatrixRule.Theorem.class::isInstance)
        .forEach(rule -> names.add(((MatrixRule.Theorem) rule).proof()));
    return names;
  }

  private static List<Path> files(List<Path> paths) throws InputException {
    Map<Path, Path> found = new LinkedHashMap<>();
    for (Path path : paths) {
      for (Path file : filesAt(path)) {
        found.putIfAbsent(file.toAbsolutePath().normalize(), file);
      }
    }
    return new ArrayList<>(found.values());
  }

  private static List<Path> filesAt(Path path) throws InputException {
    if (!Files.exists(path)) {
      throw new InputException(
          path + ": no such file or folder; expected a proof file or a folder");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> below = Files.walk(path)) {
      List<Path> files =
          below.filter(each -> each.toString().matches(".+\\.ya?ml")).sorted().toList();
      if (files.isEmpty()) {
        throw new InputException(
            path + ": no proof files; expected *.yaml or *.yml files below it");
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(path + ": cannot be read; expected a readable folder");
    }
  }
}
