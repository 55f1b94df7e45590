package io.github.flowcert.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The quantities that an expression may mention. Immutable; names are in lower case.
 *
 * @param symbols quantities without arguments
 * @param calls quantities with arguments: either numbers, or one {@link Argument.Name}
 * @param absent quantities that exist elsewhere, as in {@code det} or {@code residual(1,1)}, each
 *     with the reason why not here
 */
public record Vocabulary(
    Set<String> symbols, Map<String, List<Argument>> calls, Map<String, String> absent) {

  private static final Set<String> RESERVED =
      Set.of(
          "pi", "e", "i", "infinity", "true", "false", "plus", "times", "if", "and", "or", "not");

  /** Keeps the names from changing. */
  public Vocabulary {
    symbols = Set.copyOf(symbols);
    calls = Map.copyOf(calls);
    absent = Map.copyOf(absent);
  }

  /** A vocabulary of quantities without arguments. */
  public static Vocabulary of(String... symbols) {
    return new Vocabulary(Set.of(symbols), Map.of(), Map.of());
  }

  /** This vocabulary with one more quantity that takes arguments. */
  public Vocabulary withCall(String name, Argument... arguments) {
    Map<String, List<Argument>> more = new HashMap<>(calls);
    more.put(name, List.of(arguments));
    return new Vocabulary(symbols, more, absent);
  }

  /** This vocabulary, able to say why a quantity is missing. */
  public Vocabulary withAbsent(String name, String reason) {
    Map<String, String> more = new HashMap<>(absent);
    more.put(name, reason);
    return new Vocabulary(symbols, calls, more);
  }

  /** Whether this is the name of a quantity here or elsewhere, a constant or a usual function. */
  public boolean isTaken(String name) {
    String lower = Scope.lower(name);
    return symbols.contains(lower)
        || calls.containsKey(lower)
        || absent.containsKey(lower)
        || RESERVED.contains(lower)
        || KnownFunction.named(lower).isPresent();
  }

  /** Why this name cannot stand alone as a quantity; empty where it can. */
  Optional<String> problemWithSymbol(String name) {
    if (symbols.contains(name)) {
      return Optional.empty();
    }
    if (absent.containsKey(name)) {
      return Optional.of("'" + name + "' " + absent.get(name));
    }
    if (calls.containsKey(name)) {
      return Optional.of("'" + name + "' " + usage(name));
    }
    return Optional.of("unknown quantity '" + name + "'; known are " + Words.listed(known()));
  }

  /** Why a quantity has no value for these arguments; empty where it can have one. */
  Optional<String> problemWithCall(String call) {
    return Optional.ofNullable(absent.get(call)).map(reason -> "'" + call + "' " + reason);
  }

  /** The arguments a quantity takes, in words. */
  String usage(String name) {
    List<Argument> arguments = calls.get(name);
    String each =
        String.join(" and ", arguments.stream().map(Argument::description).distinct().toList());
    int count = arguments.size();
    return "takes " + count + (count == 1 ? " argument: " : " arguments: ") + each;
  }

  private List<String> known() {
    List<String> names = new ArrayList<>(symbols);
    calls.forEach((name, arguments) -> names.add(name + (arguments.size() == 1 ? "(.)" : "(.,.)")));
    return names;
  }
}
