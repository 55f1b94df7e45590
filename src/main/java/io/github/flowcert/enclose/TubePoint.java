package io.github.flowcert.enclose;

import io.github.flowcert.interval.Interval;
import io.github.flowcert.norm.Entrywise;
import io.github.flowcert.norm.NamedNorms;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.norm.Schatten;
import io.github.flowcert.reading.IntervalQuantities;
import io.github.flowcert.reading.Slope;
import io.github.flowcert.reading.SlopeQuantities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The quantities of claims all over a box of states; those of {@link
 * io.github.flowcert.claim.TrajectoryPoint} in interval arithmetic. Quantities that several claims
 * mention are computed once.
 */
final class TubePoint implements SlopeQuantities {
  private final TubeState state;
  private final TubeSetting setting;
  private final Map<String, Slope> known = new HashMap<>();
  private final Narrowing narrowing;
  private Spectrum spectrum;
  private List<SlopeMatrix> defects;

  /** Makes the values of a quantity narrower by what else is known. */
  @FunctionalInterface
  interface Narrowing {
    /**
     * The quantity with narrower values.
     *
     * @param same gives the same quantity of another point
     */
    Slope narrowed(Slope quantity, Function<TubePoint, Slope> same);
  }

  TubePoint(TubeState state, TubeSetting setting, Narrowing narrowing) {
    this.state = state;
    this.setting = setting;
    this.narrowing = narrowing;
  }

  @Override
  public int variables() {
    return state.time().variables();
  }

  private Slope constant(Interval value) {
    return Slope.constant(value, variables());
  }

  private Slope once(String name, Supplier<Slope> slope) {
    Slope value = known.get(name);
    if (value == null) {
      value = slope.get();
      known.put(name, value);
    }
    return value;
  }

  @Override
  public Slope symbol(String name) {
    return switch (name) {
      case "t" -> state.time();
      case "loss" -> loss();
      case "lossrate", "lossslope" -> once("lossrate", () -> state.rate(loss()));
      case "det" -> determinant();
      case "logabsdet" -> state.logAbsDeterminant().orElseGet(() -> determinant().abs().log());
      case "detsign" -> sign();
      case "erank" -> once(name, () -> spectrum().effectiveRank());
      case "balance" -> once(name, this::balance);
      case "factorscale" -> once(name, () -> new Balance(state.factors()).scale());
      default -> settingSymbol(name);
    };
  }

  private Slope settingSymbol(String name) {
    return switch (name) {
      case "initialdetsign" -> initialSign();
      case "reltol" -> constant(setting.relativeTolerance());
      case "abstol" -> constant(setting.absoluteTolerance());
      case "unobserved" -> state.product().get(setting.soleUnobserved());
      case "infimaldistance" -> distance(setting.infimalRank());
      // In a 2-by-2 matrix, flat, these lie in the same row, the same column and diagonally
      // opposite.
      case "z" -> constant(setting.target(setting.soleUnobserved() ^ 1));
      case "zprime" -> constant(setting.target(setting.soleUnobserved() ^ 2));
      case "epsilon" -> constant(setting.target(setting.soleUnobserved() ^ 3));
      default -> throw new IllegalArgumentException("no quantity '" + name + "'");
    };
  }

  /** Where the determinant of the starts is not told from 0, its sign may be any. */
  private Slope initialSign() {
    int sign = setting.determinantSign();
    return sign == 0 ? Slope.unknown(Interval.of(-1, 1), variables()) : constant(Interval.of(sign));
  }

  private Slope loss() {
    return once(
        "loss",
        () -> {
          Slope sum = constant(Interval.ZERO);
          for (Residuals.Measured each : setting.residuals().measured()) {
            sum = sum.plus(residual(each).square().times(each.weight()));
          }
          for (int k = 0; k < state.product().size(); k++) {
            Optional<Slope> residual = residual(k);
            sum = residual.isPresent() ? sum.plus(residual.get().square()) : sum;
          }
          return sum.times(0.5);
        });
  }

  private Slope residual(Residuals.Measured measured) {
    Slope sum = constant(measured.label().negate());
    for (int k = 0; k < measured.matrix().size(); k++) {
      Optional<Interval> factor = measured.matrix().get(k);
      sum = factor.isPresent() ? sum.plus(scaled(k, factor.get())) : sum;
    }
    return sum;
  }

  private Slope scaled(int entry, Interval factor) {
    return state.product().get(entry).times(constant(factor));
  }

  private Optional<Slope> residual(int index) {
    return setting
        .residuals()
        .targets()
        .get(index)
        .map(target -> state.product().get(index).minus(constant(target)));
  }

  /**
   * The largest Frobenius norm of a defect of balance; of one factor 0. Each entry by itself is
   * bounded by its slope in time, which is next to nothing; the norm has none at 0.
   */
  private Slope balance() {
    Slope largest = constant(Interval.ZERO);
    for (int l = 0; l < defects().size(); l++) {
      List<Slope> entries = defects().get(l).entries();
      List<Slope> narrowed = new ArrayList<>();
      for (int k = 0; k < entries.size(); k++) {
        int matrix = l;
        int entry = k;
        narrowed.add(
            narrowing.narrowed(
                entries.get(k), point -> point.defects().get(matrix).entries().get(entry)));
      }
      largest = largest.max(Slope.euclideanNorm(narrowed));
    }
    return largest;
  }

  private List<SlopeMatrix> defects() {
    if (defects == null) {
      defects = new Balance(state.factors()).defects();
    }
    return defects;
  }

  private Slope determinant() {
    return state.determinant().orElseThrow();
  }

  private Slope sign() {
    return state.logAbsDeterminant().isPresent()
        ? constant(Interval.of(setting.determinantSign()))
        : Slope.unknown(determinant().values().sign(), variables());
  }

  private Spectrum spectrum() {
    if (spectrum == null) {
      spectrum = new Spectrum(state.product(), determinant(), state.logAbsDeterminant());
    }
    return spectrum;
  }

  private Slope distance(int rank) {
    return switch (rank) {
      case 0 -> norm(NamedNorms.all().get("frobenius"));
      case 1 -> spectrum().value(2);
      default -> constant(Interval.ZERO);
    };
  }

  private Slope norm(Norm norm) {
    return once(
        "norm " + norm.name(),
        () -> EnclosedNorm.of(norm).orElseThrow().value(state.product(), spectrum()));
  }

  @Override
  public Slope call(String name, double[] arguments) {
    int first = (int) arguments[0];
    return switch (name) {
      case "beta" -> state.product().get(first - 1);
      case "w" -> state.product().get(index(arguments));
      case "wslope" -> state.rate(state.product().get(index(arguments)));
      case "residual" -> residual(index(arguments)).orElseThrow();
      case "sigma" -> spectrum().value(first);
      case "logsigma" -> spectrum().logarithm(first);
      case "distance" -> distance(first);
      case "schatten" -> norm(new Schatten("schatten " + arguments[0], arguments[0]));
      case "entrywise" -> norm(new Entrywise("entrywise " + arguments[0], arguments[0]));
      default -> throw new IllegalArgumentException("no quantity '" + name + "'");
    };
  }

  private int index(double[] arguments) {
    return ((int) arguments[0] - 1) * setting.residuals().columns() + (int) arguments[1] - 1;
  }

  @Override
  public Slope callWithName(String name, String argument) {
    return norm(NamedNorms.all().get(argument));
  }

  /** The same quantities for claims that are judged for a norm. */
  SlopeQuantities judgedFor(Norm norm) {
    return new PerNorm(this, norm);
  }

  /** Quantities about the norm for which a claim is judged. */
  private record PerNorm(TubePoint point, Norm norm) implements SlopeQuantities {
    @Override
    public int variables() {
      return point.variables();
    }

    @Override
    public Slope symbol(String name) {
      EnclosedNorm enclosed = EnclosedNorm.of(norm).orElseThrow();
      return switch (name) {
        case "normvalue" -> point.norm(norm);
        case "unitnorm", "largestunitnorm" -> point.constant(enclosed.ofUnitMatrix());
        case "c" -> point.constant(enclosed.triangleConstant());
        default -> point.symbol(name);
      };
    }

    @Override
    public Slope call(String name, double[] arguments) {
      return point.call(name, arguments);
    }

    @Override
    public Slope callWithName(String name, String argument) {
      return point.callWithName(name, argument);
    }

    @Override
    public IntervalQuantities values() {
      return new Values(this);
    }
  }

  @Override
  public IntervalQuantities values() {
    return new Values(this);
  }

  private record Values(SlopeQuantities slopes) implements IntervalQuantities {
    @Override
    public Interval symbol(String name) {
      return slopes.symbol(name).values();
    }

    @Override
    public Interval call(String name, double[] arguments) {
      return slopes.call(name, arguments).values();
    }

    @Override
    public Interval callWithName(String name, String argument) {
      return slopes.callWithName(name, argument).values();
    }
  }
}
