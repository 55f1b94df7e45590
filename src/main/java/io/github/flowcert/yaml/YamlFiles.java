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
  private YamlFiles() {}

  /**
   * The files among these paths and, sorted, the *.yaml and *.yml files below the folders among
   * them; a file that is named twice comes once.
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
    List<Path> files = below(path);
    if (files.isEmpty()) {
      throw new InputException(
          path + ": no " + kind + " files; expected *.yaml or *.yml files below it");
    }
    return files;
  }

  /**
   * The *.yaml and *.yml files below a folder, sorted.
   *
   * @throws InputException if it cannot be read
   */
  public static List<Path> below(Path folder) throws InputException {
    try (Stream<Path> below = Files.walk(folder)) {
      return below.filter(YamlFiles::isYaml).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(folder + ": cannot be read; expected a readable folder");
    }
  }

  private static boolean isYaml(Path path) {
    return path.getFileName().toString().matches(".+\\.ya?ml") && Files.isRegularFile(path);
  }
}
