package io.github.flowcert.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What the quantities in claims mean, by their names without arguments, in the order in which
 * people should read them.
 *
 * @param entries the quantities
 */
public record Glossary(Map<String, Quantity> entries) {
  private static final String FILE = "/io/github/flowcert/claims/quantities.yaml";
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

  /**
   * A quantity.
   *
   * @param name as in claims, with its arguments
   * @param tex how it is typeset; # stands for the arguments
   * @param words what it is
   * @param mathml how it is typeset in MathML; # stands for the arguments
   */
  public record Quantity(String name, String tex, String words, String mathml) {

    private static Quantity of(Map<?, ?> keys) {
      return new Quantity(
          (String) keys.get("name"),
          (String) keys.get("tex"),
          (String) keys.get("words"),
          (String) keys.get("mathml"));
    }

    /** The names of its arguments; none for a quantity without any. */
    public List<String> arguments() {
      return name.contains("(")
          ? List.of(name.replaceFirst(".*\\(", "").replace(")", "").split(",", -1))
          : List.of();
    }

    private String key() {
      return name.replaceFirst("\\(.*", "");
    }
  }

  /** The glossary that ships with the program. */
  public static Glossary read() {
    try (InputStream stream = Glossary.class.getResourceAsStream(FILE)) {
      LoadSettings settings = LoadSettings.builder().setLabel(FILE).build();
      Map<?, ?> root = (Map<?, ?>) new Load(settings).loadFromInputStream(stream);
      Map<String, Quantity> entries = new LinkedHashMap<>();
      ((List<?>) root.get("quantities"))
          .stream()
              .map(each -> Quantity.of((Map<?, ?>) each))
              .forEach(each -> entries.put(each.key(), each));
      return new Glossary(entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The quantities that a claim mentions. */
  public List<Quantity> mentionedIn(ClaimDefinition claim) {
    Stream<String> texts =
        Stream.concat(
            Stream.of(claim.statement(), claim.when()).filter(Objects::nonNull),
            claim.let().stream().map(ClaimDefinition.Let::expression));
    Set<String> names = texts.flatMap(Glossary::names).collect(Collectors.toSet());
    return entries.entrySet().stream()
        .filter(each -> names.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Stream<String> names(String expression) {
    return NAME.matcher(expression)
        .results()
        .map(MatchResult::group)
        .map(name -> name.toLowerCase(Locale.ROOT));
  }

  /** How each quantity is typeset, by its name without arguments. */
  public Map<String, String> tex() {
    return entries.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().tex()));
  }

  /** How each quantity is typeset in MathML, by its name without arguments. */
  public Map<String, String> mathml() {
    return entries.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().mathml()));
  }

  /** The names of the arguments of each quantity that takes some. */
  public Map<String, List<String>> calls() {
    return entries.entrySet().stream()
        .filter(each -> !each.getValue().arguments().isEmpty())
        .collect(
            Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().arguments()));
  }
}
