package io.github.flowcert.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A YAML 1.2 file with one document in it.
 *
 * @param text its text
 * @param root its outermost node
 */
public record YamlFile(String text, YamlNode root) {

  /**
   * Reads a file.
   *
   * @param kind what it should be, as in {@code case file}
   * @throws InputException if it cannot be read or is not one well-formed document
   */
  public static YamlFile read(Path file, String kind) throws InputException {
    return of(file, textOf(file, kind), kind);
  }

  /**
   * A file whose text is known.
   *
   * @param file where it was read, for messages
   * @throws InputException if it is not one well-formed document
   */
  public static YamlFile of(Path file, String text, String kind) throws InputException {
    return new YamlFile(text, new YamlNode(file, "", compose(file, text, kind)));
  }

  private static String textOf(Path file, String kind) throws InputException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": no such file; expected a YAML " + kind);
    } catch (CharacterCodingException e) {
      throw new InputException(file + ": not text in UTF-8; expected a YAML " + kind);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read; expected a readable YAML " + kind);
    }
  }

  private static Node compose(Path file, String text, String kind) throws InputException {
    // Keys that are lists are let through here, to be refused later with their line.
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file.toString())
            .setSchema(new CoreSchema())
            .setAllowNonScalarKeys(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    try {
      return new Compose(settings)
          .composeString(text)
          .orElseThrow(() -> new InputException(file + ":1: empty; expected a YAML " + kind));
    } catch (StackOverflowError e) {
      throw notYaml(file, 1, "brackets nested too deeply");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(mark -> mark.getLine() + 1).orElse(1);
      String context = e.getContext() == null ? "" : e.getContext();
      throw notYaml(file, line, context + (context.isEmpty() ? "" : ", ") + e.getProblem());
    } catch (ReaderException e) {
      long line = 1 + text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      throw notYaml(file, line, String.format("the character U+%04X", e.getCodePoint()));
    } catch (YamlEngineException e) {
      throw notYaml(file, 1, e.getMessage());
    }
  }

  private static InputException notYaml(Path file, long line, String problem) {
    String found = problem.replaceAll("\\s+", " ");
    return new InputException(
        file + ":" + line + ": not YAML: " + found + "; expected one well-formed document");
  }
}
