package io.github.flowcert.sweep;

import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sweep files for tests, beside a base case that takes a few steps. */
public final class SweepFiles {
  private SweepFiles() {}

  /** Writes the base case, whose loss falls from 1 to 0.95, and a sweep of it. */
  public static Path write(Path folder, String... lines) throws IOException {
    Files.writeString(
        folder.resolve("base.yaml"),
        """
        case: base
        problem: {kind: matrix-completion, observed: [['?', 1], [1, 0]]}
        factorization: {depth: 2}
        initial: {kind: balanced-gaussian, scale: 1e-2, seed: 7}
        flow:
          until: {loss: 0.95}
        claims: [{id: own, expression: 'loss < 2'}]
        """);
    String text = "sweep: grid\nbase: base.yaml\n" + String.join("\n", lines) + "\n";
    return Files.writeString(folder.resolve("sweep.yaml"), text);
  }

  /** All cases of a sweep. */
  static List<SweepCase> cases(Path file) throws InputException {
    List<SweepCase> all = new ArrayList<>();
    for (Sweep.Cases cases = SweepReader.read(file).cases(); cases.hasNext(); ) {
      all.add(cases.next());
    }
    return all;
  }
}
