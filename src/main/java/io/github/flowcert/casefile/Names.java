package io.github.flowcert.casefile;

/** Names of cases and of claims of the user's own. Results are stored in folders of these names. */
final class Names {
  private Names() {}

  static String read(YamlNode node) throws InputException {
    String expected = "letters (A to Z), digits, '-' and '.', a letter or digit first";
    String name = node.freeText(expected);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9.-]*")) {
      throw node.found(expected);
    }
    return name;
  }
}
