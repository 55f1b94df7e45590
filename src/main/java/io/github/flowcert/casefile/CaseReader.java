package io.github.flowcert.casefile;

import io.github.flowcert.casefile.Case.Enclosing;
import io.github.flowcert.casefile.Case.Source;
import io.github.flowcert.casefile.ClaimRequest.Let;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlFile;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads case files, and refuses what cannot be right with the line where it stands. */
public final class CaseReader {
  private static final List<String> KEYS =
      List.of(
          "case",
          "about",
          "problem",
          "factorization",
          "initial",
          "flow",
          "descent",
          "let",
          "claims",
          "norms",
          "evidence");

  private final ClaimVocabulary vocabulary;

  /** A reader for case files whose claims are of this vocabulary. */
  public CaseReader(ClaimVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * The case in a file, checked and with defaults filled in.
   *
   * @throws InputException if the file cannot be read or something in it cannot be right; list
   *     items count from 1 in the message
   */
  public Case read(Path file) throws InputException {
    return read(YamlFile.read(file, "case file"));
  }

  /**
   * The case in a tree, checked and with defaults filled in.
   *
   * @throws InputException if something in it cannot be right
   */
  public Case read(YamlFile yaml) throws InputException {
    YamlMap root = rootOf(yaml).only(KEYS);
    String name = Names.read(nameIn(root));
    MatrixProblem problem =
        ProblemReader.read(root.required("problem", "a map of kind and what belongs to the kind"));
    StatedFactorization stated = factorization(root, problem);
    YamlNode start = root.required("initial", "a map with kind");
    Initial initial =
        problem instanceof LeastSquares regression
            ? ParametersReader.read(start, regression)
            : new InitialReader(problem, stated).read(start);
    NormsReader norms = new NormsReader(vocabulary, new Shape(problem.rows(), problem.columns()));
    List<Let> lets = root.optional("let", new LetReader(vocabulary, problem)::read, List.of());
    return new Case(
        name,
        root.optional("about", CaseReader::about, ""),
        problem,
        stated.completedBy(initial),
        initial,
        FlowReader.of(problem).read(root),
        root.optional("descent", each -> DescentReader.read(each, problem), null),
        new ClaimsReader(vocabulary, problem, lets)
            .read(root.required("claims", "a list of claims")),
        root.optional("norms", norms::read, NormsReader.DEFAULT),
        enclosing(root),
        new Source(yaml.root().file(), yaml.text()));
  }

  /** A regression has no factors: its parameters count as one of p rows and a column. */
  private static StatedFactorization factorization(YamlMap root, MatrixProblem problem)
      throws InputException {
    if (!(problem instanceof LeastSquares)) {
      YamlNode node = root.required("factorization", "a map with depth");
      return StatedFactorization.read(node, problem);
    }
    if (root.has("factorization")) {
      throw root.keys()
          .get("factorization")
          .problem("least squares has no factorization; expected no such key");
    }
    return StatedFactorization.none();
  }

  /**
   * Checks that a node holds a name, as cases have them.
   *
   * @throws InputException if it does not
   */
  public static void checkName(YamlNode node) throws InputException {
    Names.read(node);
  }

  /**
   * Refuses a case for what its file does not say, with the line at which the case begins.
   *
   * @throws InputException if it does not have this key
   */
  public static void require(Case from, String key, String expected) throws InputException {
    YamlFile again = YamlFile.of(from.source().path(), from.source().text(), "case file");
    rootOf(again).required(key, expected);
  }

  /** The node with the name of the case in a file, of which nothing else is checked. */
  static YamlNode nameIn(YamlFile yaml) throws InputException {
    return nameIn(rootOf(yaml));
  }

  private static YamlNode nameIn(YamlMap root) throws InputException {
    return root.required("case", "a unique name");
  }

  private static YamlMap rootOf(YamlFile yaml) throws InputException {
    return yaml.root().map("a map of " + String.join(", ", KEYS));
  }

  /** A box is of no use to anything but an enclosure. */
  private static Enclosing enclosing(YamlMap root) throws InputException {
    boolean asked = root.optional("evidence", CaseReader::isEnclosed, false);
    double radius = InitialReader.radius(root.required("initial", "a map with kind"));
    return new Enclosing(asked || radius > 0, radius);
  }

  private static boolean isEnclosed(YamlNode node) throws InputException {
    List<String> words = List.of("numeric", "enclosed");
    return node.choice(word -> Optional.of(word).filter(words::contains), words).equals("enclosed");
  }

  private static String about(YamlNode node) throws InputException {
    return node.freeText("a line of text").strip().replaceAll("\\s+", " ");
  }
}
