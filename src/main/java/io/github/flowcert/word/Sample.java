package io.github.flowcert.word;

import io.github.flowcert.word.Word.Power;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;

/** Rational matrices for letters and their derivatives, and numbers for natural ones. */
public final class Sample {
  private final Map<String, FieldMatrix<BigFraction>> matrices;
  private final Map<String, Integer> naturals;
  private final List<ChainValue> chains;

  /** A chain by construction. */
  record ChainValue(
      FieldMatrix<BigFraction> product,
      FieldMatrix<BigFraction> first,
      int count,
      FieldMatrix<BigFraction> gram) {}

  /** Matrices by the letter's text, {@code D(...)} around it for a derivative. */
  Sample(
      Map<String, FieldMatrix<BigFraction>> matrices,
      Map<String, Integer> naturals,
      List<ChainValue> chains) {
    this.matrices = new LinkedHashMap<>(matrices);
    this.naturals = Map.copyOf(naturals);
    this.chains = List.copyOf(chains);
  }

  /** The same matrices with a natural number one less; empty where it is 0. */
  Optional<Sample> withOneLess(String natural) {
    Map<String, Integer> less = new LinkedHashMap<>(naturals);
    int value = less.merge(natural, -1, Integer::sum);
    return value < 0 ? Optional.empty() : Optional.of(new Sample(matrices, less, chains));
  }

  /** Whether an assertion is true here; empty where it mentions what has no value here. */
  public Optional<Boolean> truth(Assertion assertion) {
    if (assertion instanceof Assertion.Equation equation) {
      return isTrue(equation);
    }
    if (assertion instanceof Assertion.Chain chain) {
      return isChain(chain);
    }
    String name = ((Assertion.Invertible) assertion).letter();
    return Optional.ofNullable(matrices.get(name)).map(Sample::isInvertible);
  }

  private Optional<Boolean> isTrue(Assertion.Equation equation) {
    return equation.traces()
        ? trace(equation.difference()).map(BigFraction::isZero)
        : value(equation.difference()).map(Sample::isZero);
  }

  /** Words under a trace need not have the same size. */
  private Optional<BigFraction> trace(Polynomial polynomial) {
    BigFraction sum = BigFraction.ZERO;
    for (var term : polynomial.terms().entrySet()) {
      Optional<FieldMatrix<BigFraction>> value = value(term.getKey());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(value.get().getTrace().multiply(term.getValue()));
    }
    return Optional.of(sum);
  }

  private Optional<Boolean> isChain(Assertion.Chain chain) {
    Optional<FieldMatrix<BigFraction>> first = value(chain.first());
    Optional<FieldMatrix<BigFraction>> gram = value(chain.gram());
    Optional<FieldMatrix<BigFraction>> product = value(chain.product());
    Optional<Integer> count = number(chain.count());
    if (first.isEmpty() || gram.isEmpty() || product.isEmpty() || count.isEmpty()) {
      return Optional.empty();
    }
    ChainValue here = new ChainValue(product.get(), first.get(), count.get(), gram.get());
    return Optional.of(chains.contains(here));
  }

  private Optional<Integer> number(Exponent exponent) {
    return naturals.keySet().containsAll(exponent.coefficients().keySet())
        ? Optional.of(
            exponent.coefficients().entrySet().stream()
                .mapToInt(each -> naturals.get(each.getKey()) * each.getValue())
                .reduce(exponent.constant(), Integer::sum))
        : Optional.empty();
  }

  private Optional<FieldMatrix<BigFraction>> value(Polynomial polynomial) {
    FieldMatrix<BigFraction> sum = null;
    BigFraction identities = BigFraction.ZERO;
    for (var term : polynomial.terms().entrySet()) {
      if (term.getKey().equals(Word.IDENTITY)) {
        identities = term.getValue();
        continue;
      }
      Optional<FieldMatrix<BigFraction>> value = value(term.getKey());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      FieldMatrix<BigFraction> scaled = value.get().scalarMultiply(term.getValue());
      sum = sum == null ? scaled : sum.add(scaled);
    }
    int size = sum == null ? 1 : sum.getRowDimension();
    FieldMatrix<BigFraction> rest = identity(size).scalarMultiply(identities);
    return Optional.of(sum == null ? rest : identities.isZero() ? sum : sum.add(rest));
  }

  private Optional<FieldMatrix<BigFraction>> value(Word word) {
    FieldMatrix<BigFraction> product = null;
    for (Power power : word.powers()) {
      Optional<FieldMatrix<BigFraction>> base = value(power.letter());
      Optional<Integer> exponent = number(power.exponent());
      if (base.isEmpty() || exponent.isEmpty()) {
        return Optional.empty();
      }
      FieldMatrix<BigFraction> value = power(base.get(), exponent.get());
      product = product == null ? value : product.multiply(value);
    }
    return Optional.ofNullable(product);
  }

  private static FieldMatrix<BigFraction> power(FieldMatrix<BigFraction> base, int exponent) {
    return switch (exponent) {
      case 0 -> identity(base.getRowDimension());
      case 1 -> base;
      default -> base.power(exponent);
    };
  }

  private Optional<FieldMatrix<BigFraction>> value(Letter letter) {
    Letter bare = new Letter(letter.name(), letter.symmetric(), letter.order(), false, false);
    FieldMatrix<BigFraction> value = matrices.get(bare.toString());
    if (value == null || (letter.inverse() && !isInvertible(value))) {
      return Optional.empty();
    }
    FieldMatrix<BigFraction> matrix =
        letter.inverse() ? new FieldLUDecomposition<>(value).getSolver().getInverse() : value;
    return Optional.of(letter.transposed() ? matrix.transpose() : matrix);
  }

  private static boolean isInvertible(FieldMatrix<BigFraction> matrix) {
    return matrix.isSquare() && new FieldLUDecomposition<>(matrix).getSolver().isNonSingular();
  }

  private static FieldMatrix<BigFraction> identity(int size) {
    return MatrixUtils.createFieldIdentityMatrix(BigFractionField.getInstance(), size);
  }

  private static boolean isZero(FieldMatrix<BigFraction> matrix) {
    for (BigFraction[] row : matrix.getData()) {
      for (BigFraction entry : row) {
        if (!entry.isZero()) {
          return false;
        }
      }
    }
    return true;
  }

  /** The matrices of some letters, and all natural numbers, as texts. */
  public Map<String, String> shown(List<String> names) {
    Map<String, String> shown = new LinkedHashMap<>();
    naturals.keySet().stream()
        .sorted()
        .forEach(name -> shown.put(name, naturals.get(name).toString()));
    names.stream()
        .filter(matrices::containsKey)
        .forEach(name -> shown.put(name, text(matrices.get(name))));
    return shown;
  }

  private static String text(FieldMatrix<BigFraction> matrix) {
    List<String> rows = new ArrayList<>();
    for (BigFraction[] row : matrix.getData()) {
      rows.add(
          List.of(row).stream()
              .map(entry -> entry.toString().replace(" ", ""))
              .collect(Collectors.joining(", ", "[", "]")));
    }
    return "[" + String.join(", ", rows) + "]";
  }
}
