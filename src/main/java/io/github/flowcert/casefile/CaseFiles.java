package io.github.flowcert.casefile;

import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlFile;
import io.github.flowcert.yaml.YamlFiles;
import io.github.flowcert.yaml.YamlNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
    List<Path> files = YamlFiles.find(paths, "case");
    checkNames(files);
    return files;
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
