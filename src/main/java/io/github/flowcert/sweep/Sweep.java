package io.github.flowcert.sweep;

import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlEdit;
import io.github.flowcert.yaml.YamlFile;
import io.github.flowcert.yaml.YamlNode;
import io.github.flowcert.yaml.YamlPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A sweep as its file states it: a base case, and what is varied. */
public final class Sweep {
  private static final List<String> NONE = List.of();
  private static final YamlPath NAME = YamlPath.parse("case").orElseThrow();

  private final YamlNode name;
  private final String about;
  private final YamlNode base;
  private final Texts texts;
  private final Grid grid;
  private final List<Axis> axes;
  private final List<List<String>> words;
  private final List<Integer> byDepth;

  /** The texts of the sweep file and of the file of its base case. */
  record Texts(String sweep, String base) {}

  Sweep(YamlNode name, String about, YamlNode base, Texts texts, Grid grid) {
    this.name = name;
    this.about = about;
    this.base = base;
    this.texts = texts;
    this.grid = grid;
    this.axes = grid.axes();
    this.words = axes.stream().map(each -> grid.names(each) ? each.words() : NONE).toList();
    this.byDepth = byDepth(axes);
  }

  /** The file. */
  public Path file() {
    return name.file();
  }

  /** The name, of which results are stored under. */
  public String name() {
    return name.scalar();
  }

  /** One line for people; empty where none is given. */
  String about() {
    return about;
  }

  Texts texts() {
    return texts;
  }

  List<Axis> axes() {
    return axes;
  }

  /**
   * The cases one after another, in the same order every time. Only the one asked for is in memory.
   */
  public Cases cases() {
    return new Cases(grid.iterator());
  }

  /**
   * The case of a name; empty where there is none.
   *
   * @throws InputException if an axis does not lead to a place of the base case
   */
  public Optional<SweepCase> find(String called) throws InputException {
    for (Cases cases = cases(); cases.hasNext(); ) {
      SweepCase each = cases.next();
      if (each.name().equals(called)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Which of the groups of axes that move together an axis belongs to. */
  int groupOf(Axis axis) {
    return grid.groupOf(axis);
  }

  /** Goes through the cases of a sweep. */
  public final class Cases {
    private final Iterator<int[]> choices;
    private int index;

    private Cases(Iterator<int[]> choices) {
      this.choices = choices;
    }

    /** Whether there is another case. */
    public boolean hasNext() {
      return choices.hasNext();
    }

    /**
     * The next case.
     *
     * @throws InputException if an axis does not lead to a place of the base case
     */
    public SweepCase next() throws InputException {
      return expanded(index++, choices.next());
    }
  }

  private SweepCase expanded(int index, int[] choices) throws InputException {
    String called = nameOf(choices);
    YamlNode tree = YamlEdit.set(base, NAME, name, YamlEdit.text(called, name));
    for (int k : byDepth) {
      Axis axis = axes.get(k);
      tree = YamlEdit.set(tree, axis.path(), axis.key(), axis.values().get(choices[k]).node());
    }
    YamlNode root = new YamlNode(file(), "", tree.node());
    List<Integer> chosen = Arrays.stream(choices).boxed().toList();
    return new SweepCase(index, called, chosen, new YamlFile(YamlEdit.write(root), root));
  }

  /** Whole parts first, so that a value within a part that is replaced too is not lost. */
  private static List<Integer> byDepth(List<Axis> axes) {
    return IntStream.range(0, axes.size())
        .boxed()
        .sorted(Comparator.comparingInt(k -> axes.get(k).path().steps().size()))
        .toList();
  }

  private String nameOf(int[] choices) {
    List<String> parts = new ArrayList<>(List.of(name()));
    for (int k = 0; k < choices.length; k++) {
      if (!words.get(k).isEmpty()) {
        parts.add(words.get(k).get(choices[k]));
      }
    }
    return String.join(".", parts);
  }
}
