package io.github.flowcert.result;

import java.util.List;

/**
 * The first line of a sweep's journal: what the results in it are results of.
 *
 * @param schema identifier of the line's form
 * @param sweep name of the sweep
 * @param about one line for people; may be empty
 * @param file the sweep file, as it was named
 * @param input the sweep file
 * @param base the file of the base case
 * @param version the program that makes the results
 * @param commit the commit of the source that it was built from; null where unknown
 * @param seed what seeds of the cases are replaced with; null for nothing
 * @param cases number of cases of the whole sweep
 * @param plan what tells these cases from those of any other sweep, build or seed
 * @param axes the axes, in order
 */
public record SweepHeader(
    String schema,
    String sweep,
    String about,
    String file,
    String input,
    String base,
    String version,
    String commit,
    Long seed,
    int cases,
    String plan,
    List<Axis> axes) {

  /** Identifier of the line's form. */
  public static final String SCHEMA = "flowcert.sweep-journal/1";

  /** Keeps the axes from changing. */
  public SweepHeader {
    axes = List.copyOf(axes);
  }

  /**
   * An axis.
   *
   * @param name short name
   * @param title heading of its column in the table
   * @param path the place in the case
   * @param group axes of one group move together
   * @param values its values, each in one line
   */
  public record Axis(String name, String title, String path, int group, List<String> values) {

    /** Keeps the values from changing. */
    public Axis {
      values = List.copyOf(values);
    }
  }

  /** The command that verifies all cases. */
  public String command() {
    return "flowcert sweep " + quoted(file) + (seed == null ? "" : " --seed " + seed);
  }

  /** The command that verifies one case alone. */
  public String command(String name) {
    return command() + " --only " + name;
  }

  /** As a POSIX shell reads it back. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./+:@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
