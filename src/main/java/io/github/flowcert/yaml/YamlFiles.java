package io.github.flowcert.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the YAML files that a command line names. */
public final class YamlFiles {
  private static final List<String> KINDS = List.of("case", "sweep", "proof");

  private YamlFiles() {}

  /**
   * The files among these paths and, sorted, the *.yaml and *.yml files below the folders among
   * them; a file that is named twice comes once. Files of another kind are left out of folders.
   *
   * @param kind what they should be, as in {@code case}
   * @throws InputException if a path does not exist, or a folder cannot be read or has no such
   *     files
   */
  public static List<Path> find(List<Path> paths, String kind) throws InputException {
    Map<Path, Path> found = new LinkedHashMap<>();
    for (Path path : paths) {
      for (Path file : filesAt(path, kind)) {
        found.putIfAbsent(file.toAbsolutePath().normalize(), file);
      }
    }
    return List.copyOf(found.values());
  }

  private static List<Path> filesAt(Path path, String kind) throws InputException {
    if (!Files.exists(path)) {
      throw new InputException(
          path + ": no such file or folder; expected a " + kind + " file or a folder");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> files = below(path, kind);
    if (files.isEmpty()) {
      throw new InputException(
          path + ": no " + kind + " files; expected *.yaml or *.yml files below it");
    }
    return files;
  }

  /**
   * The *.yaml and *.yml files below a folder, sorted, without those of another kind.
   *
   * @param kind what they should be, as in {@code case}
   * @throws InputException if it cannot be read
   */
  public static List<Path> below(Path folder, String kind) throws InputException {
    try (Stream<Path> below = Files.walk(folder)) {
      return below.filter(YamlFiles::isYaml).filter(file -> !isOther(file, kind)).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(folder + ": cannot be read; expected a readable folder");
    }
  }

  private static boolean isYaml(Path path) {
    return path.getFileName().toString().matches(".+\\.ya?ml") && Files.isRegularFile(path);
  }

  /** Files name their kind by the key of their name; one that cannot be read is refused later. */
  private static boolean isOther(Path file, String kind) {
    try {
      YamlNode root = YamlFile.read(file, kind).root();
      if (!root.isMap()) {
        return false;
      }
      YamlMap map = root.map(kind);
      return !map.has(kind) && KINDS.stream().anyMatch(map::has);
    } catch (InputException e) {
      return false;
    }
  }
}
