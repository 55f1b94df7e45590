package io.github.flowcert.sweep;

import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.result.SweepLines;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlFile;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * A case for another machine.
 *
 * @param index its place in the sweep
 * @param name its name
 * @param choices of each axis the index of its value
 * @param key what tells its result from any other
 * @param seed seed for random starts in place of the case's own; null for none
 * @param file the sweep file, for messages
 * @param text the case
 */
public record RemoteTask(
    int index, String name, List<Integer> choices, String key, Long seed, String file, String text)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static RemoteTask of(Plan.Task task, Long seed) {
    SweepCase from = task.from();
    return new RemoteTask(
        from.index(),
        from.name(),
        from.choices(),
        task.key(),
        seed,
        from.yaml().root().file().toString(),
        from.yaml().text());
  }

  /** Verifies the case; what came of it as a line of a journal. */
  public String work() {
    SweepCase from = new SweepCase(index, name, choices, parsed());
    return SweepLines.line(new CaseWork(Shared.CATALOGUE, seed).verify(from, key));
  }

  private YamlFile parsed() {
    try {
      return YamlFile.of(Path.of(file), text, "case");
    } catch (InputException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Read once in a process. */
  private static final class Shared {
    static final Catalogue CATALOGUE = new Catalogue();
  }
}
