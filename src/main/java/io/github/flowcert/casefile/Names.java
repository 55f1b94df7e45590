package io.github.flowcert.casefile;

import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlNode;
import java.util.Locale;
import java.util.Set;

/** Names of cases and of claims of the user's own. Results are stored in folders of these names. */
final class Names {
  private static final int LONGEST = 100;
  private static final Set<String> TAKEN = Set.of("index.html", "proofs");

  private Names() {}

  static String read(YamlNode node) throws InputException {
    String expected = "letters (A to Z), digits, '-' and '.', a letter or digit first";
    String name = node.freeText(expected);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9.-]*")) {
      throw node.found(expected);
    }
    if (name.length() > LONGEST) {
      throw node.problem("a name of " + name.length() + " characters; expected at most " + LONGEST);
    }
    if (TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
      throw node.problem(
          "'" + name + "' is what something else in the output folder is called; expected another");
    }
    return name;
  }
}
