package io.github.flowcert.casefile;

import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlFile;
import io.github.flowcert.yaml.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the case files that a command line names. */
public final class CaseFiles {
  private CaseFiles() {}

  /**
   * The files among these paths and, sorted, the *.yaml and *.yml files below the folders among
   * them; a file that is named twice comes once.
   *
   * @throws InputException if a path does not exist, a folder cannot be read or has no case files,
   *     or two files hold cases of the same name
   */
  public static List<Path> find(List<Path> paths) throws InputException {
    Map<Path, Path> found = new LinkedHashMap<>();
    for (Path path : paths) {
      for (Path file : filesAt(path)) {
        found.putIfAbsent(file.toAbsolutePath().normalize(), file);
      }
    }
    List<Path> files = List.copyOf(found.values());
    checkNames(files);
    return files;
  }

  private static List<Path> filesAt(Path path) throws InputException {
    if (!Files.exists(path)) {
      throw new InputException(path + ": no such file or folder; expected a case file or a folder");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> files = filesBelow(path);
    if (files.isEmpty()) {
      throw new InputException(path + ": no case files; expected *.yaml or *.yml files below it");
    }
    return files;
  }

  private static List<Path> filesBelow(Path folder) throws InputException {
    try (Stream<Path> below = Files.walk(folder)) {
      return below.filter(CaseFiles::isYaml).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(folder + ": cannot be read; expected a readable folder");
    }
  }

  private static boolean isYaml(Path path) {
    return Files.isRegularFile(path) && path.getFileName().toString().matches(".+\\.ya?ml");
  }

  private static void checkNames(List<Path> files) throws InputException {
    Map<String, Path> owners = new LinkedHashMap<>();
    for (Path file : files) {
      YamlNode node = CaseReader.nameIn(YamlFile.read(file, "case file"));
      String name = Names.read(node);
      // Results go to folders of these names, and some file systems do not tell A from a.
      Path owner = owners.putIfAbsent(name.toLowerCase(Locale.ROOT), file);
      if (owner != null) {
        throw node.problem(
            "'"
                + name
                + "' is the name of the case in "
                + owner
                + " too;"
                + " expected a unique name, not only in its capitals");
      }
    }
  }
}
