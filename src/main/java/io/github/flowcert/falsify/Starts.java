package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.flow.Network;
import io.github.flowcert.verify.CaseVerifier;
import io.github.flowcert.verify.ClaimName;
import io.github.flowcert.yaml.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.random.Well19937c;

/**
 * The starts among which is searched.
 *
 * @param from the case
 * @param shape which products
 * @param sign sign of the determinant, 1 or -1
 * @param balanced whether their factors are balanced
 */
record Starts(Case from, Shape shape, int sign, boolean balanced) {

  /** Which products a start may have. */
  enum Shape {
    ANY("a product"),
    LEADING_BLOCK("a product that is 0 outside of its leading square block");

    private final String words;

    Shape(String words) {
      this.words = words;
    }
  }

  /** Which claims apply among starts. */
  private record Region(Starts starts, Set<ClaimName> claims) {

    /** Those that do not apply among other starts. */
    Set<ClaimName> beyond(Region other) {
      return claims.stream()
          .filter(claim -> !other.claims.contains(claim))
          .collect(Collectors.toSet());
    }
  }

  /** Both signs of a shape. */
  private record Signs(Region positive, Region negative) {

    static Signs of(Case from, Shape shape, Set<ClaimName> among, CaseVerifier verifier, long seed)
        throws InputException {
      Starts positive = new Starts(from, shape, 1, true);
      Starts negative = new Starts(from, shape, -1, true);
      return new Signs(
          new Region(positive, positive.applicable(among, verifier, seed)),
          new Region(negative, negative.applicable(among, verifier, seed)));
    }

    boolean isEmpty() {
      return positive.claims.isEmpty() && negative.claims.isEmpty();
    }

    boolean hasMoreThan(Signs other) {
      return !positive.beyond(other.positive).isEmpty()
          || !negative.beyond(other.negative).isEmpty();
    }

    /** The starts among which some claim applies. */
    List<Starts> within() {
      return Stream.of(positive, negative)
          .filter(region -> !region.claims.isEmpty())
          .map(Region::starts)
          .filter(starts -> starts.hasSign() || starts.sign > 0)
          .toList();
    }

    /** The starts of the sign that a claim excludes; those within where none excludes any. */
    List<Starts> against() {
      List<Starts> excluded = new ArrayList<>();
      if (!negative.beyond(positive).isEmpty()) {
        excluded.add(positive.starts);
      }
      if (!positive.beyond(negative).isEmpty()) {
        excluded.add(negative.starts);
      }
      return excluded.isEmpty() ? within() : excluded;
    }
  }

  /**
   * The balanced starts to which claims apply: of each sign of the determinant that one of them
   * allows, and 0 outside of the leading block only for claims that suppose that.
   *
   * @param among the claims
   * @param otherSign whether starts of the sign are wanted that claims exclude
   */
  static List<Starts> within(
      Case from, Set<ClaimName> among, CaseVerifier verifier, long seed, boolean otherSign)
      throws InputException {
    List<Signs> shapes = new ArrayList<>();
    Signs any = Signs.of(from, Shape.ANY, among, verifier, seed);
    shapes.add(any);
    if (!isSquare(from)) {
      Signs block = Signs.of(from, Shape.LEADING_BLOCK, among, verifier, seed);
      if (block.hasMoreThan(any)) {
        shapes.add(block);
      }
    }
    if (shapes.stream().allMatch(Signs::isEmpty)) {
      return List.of(any.positive.starts);
    }
    return shapes.stream()
        .flatMap(signs -> (otherSign ? signs.against() : signs.within()).stream())
        .toList();
  }

  private Set<ClaimName> applicable(Set<ClaimName> among, CaseVerifier verifier, long seed)
      throws InputException {
    StartSpace space = space();
    double[] drawn = space.draw(new Well19937c(seed));
    List<double[]> points = new ArrayList<>(List.of(drawn));
    if (isSquare(from)) {
      // An identity but for a sign, which some claims suppose and few draws are.
      points.add(new double[drawn.length]);
    }
    Set<ClaimName> applicable = new HashSet<>();
    for (double[] numbers : points) {
      applicable.addAll(verifier.applicable(from.startingAt(space.start(numbers), from.flow())));
    }
    applicable.retainAll(among);
    return applicable;
  }

  /** The same with unbalanced factors, which may have any product. */
  Starts unbalanced() {
    return new Starts(from, Shape.ANY, sign, false);
  }

  /** As a space for the search. */
  StartSpace space() {
    int rows = from.problem().rows();
    int columns = from.problem().columns();
    if (!balanced) {
      return new UnbalancedStarts(new Network(from.problem(), from.factorization().hidden()), sign);
    }
    return switch (shape) {
      case ANY -> new BalancedStarts(rows, columns, sign);
      case LEADING_BLOCK -> new LeadingBlockStarts(rows, columns, sign);
    };
  }

  /** In words. */
  static String words(List<Starts> all) {
    Map<String, List<String>> signs = new LinkedHashMap<>();
    for (Starts starts : all) {
      List<String> ofShape = signs.computeIfAbsent(starts.factors(), key -> new ArrayList<>());
      if (starts.hasSign()) {
        ofShape.add(starts.sign > 0 ? "positive" : "negative");
      }
    }
    return signs.entrySet().stream()
        .map(each -> each.getKey() + determinant(each.getValue()))
        .collect(Collectors.joining(", and "));
  }

  private String factors() {
    return (balanced ? "balanced factors of " : "independent unbalanced factors of ") + shape.words;
  }

  private static String determinant(List<String> signs) {
    return signs.isEmpty() ? "" : " of " + String.join(" or ", signs) + " determinant";
  }

  private boolean hasSign() {
    return isSquare(from) || shape == Shape.LEADING_BLOCK;
  }

  private static boolean isSquare(Case from) {
    return from.problem().rows() == from.problem().columns();
  }
}
