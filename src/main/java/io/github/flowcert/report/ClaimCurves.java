package io.github.flowcert.report;

import io.github.flowcert.report.Plot.Axis;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ClaimResult.Witness;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Sample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Figures in which several claims, or what they are about, stand together. */
final class ClaimCurves {

  /** More curves than this have neither inks nor room for labels of their own. */
  private static final int MOST_CURVES = 6;

  /** Longer labels would leave the curves less than half of the figure. */
  private static final int LONGEST_LABEL = 20;

  private static final Pattern LOSS = Pattern.compile("\\bloss\\b");

  private ClaimCurves() {}

  /** Every norm that a claim was judged for, against the loss, a few to a figure. */
  static List<Figure> norms(ResultDocument document) {
    Trajectory run = Trajectory.of(document.flow());
    List<ClaimResult> claims =
        document.claims().stream()
            .filter(claim -> claim.norm() != null && claim.left() != null)
            .filter(claim -> claim.id().endsWith("/norm"))
            .toList();
    List<Curve> curves =
        IntStream.range(0, claims.size())
            .mapToObj(i -> curve(labelled(claims.get(i).norm()), i, run, claims.get(i).left()))
            .toList();
    return figures(
        "norms",
        "Norms of the product matrix against the loss. Both axes logarithmic; time runs to the"
            + " right.",
        new Plot(Trajectory.LOSS, new Axis("norm", Scale.LOG10), curves, run.horizonLoss()));
  }

  /** How far the factors are from balanced, over time; nothing where they never are off it. */
  static Figure balancedness(ResultDocument document) {
    Trajectory run = Trajectory.of(document.flow());
    Curve curve =
        Curve.of("unbalanced by", Ink.BLUE, run.times(), run.column(Sample::unbalancedness));
    return new Figure(
        "balancedness",
        "Largest Frobenius norm of the differences that are 0 for balanced factors, over time. Both"
            + " axes logarithmic; where it is 0 nothing is drawn.",
        new Plot(
            Trajectory.TIME,
            new Axis("unbalancedness", Scale.LOG10),
            List.of(curve),
            run.horizonTime()));
  }

  /** The margins of the claims that bound something by the loss, a few to a figure. */
  static List<Figure> margins(ResultDocument document) {
    Trajectory run = Trajectory.of(document.flow());
    List<Curve> curves = new ArrayList<>();
    Set<String> drawn = new HashSet<>();
    for (ClaimResult claim : document.claims()) {
      double direction = direction(claim);
      if (direction != 0 && isBoundByLoss(claim) && drawn.add(claim.id())) {
        curves.add(curve(shortName(claim), curves.size(), run, margins(claim, direction)));
      }
    }
    return figures(
        "margins",
        "Margins of the claims that bound something by the loss, where they are positive; of several"
            + " norms the first. Both axes logarithmic; time runs to the right.",
        new Plot(
            Trajectory.LOSS,
            new Axis("margin", Scale.LOG10),
            List.copyOf(curves),
            run.horizonLoss()));
  }

  private static List<Figure> figures(String id, String caption, Plot all) {
    List<Figure> figures = new ArrayList<>();
    for (int from = 0; from < all.curves().size(); from += MOST_CURVES) {
      int end = Math.min(from + MOST_CURVES, all.curves().size());
      Plot part = new Plot(all.x(), all.y(), all.curves().subList(from, end), all.horizon());
      String own = from == 0 ? id : id + "-part-" + (figures.size() + 1);
      figures.add(new Figure(own, caption, part));
    }
    return List.copyOf(figures);
  }

  private static Curve curve(String label, int index, Trajectory run, List<Double> values) {
    return Curve.of(label, Ink.of(index), run.losses(), values);
  }

  private static boolean isBoundByLoss(ClaimResult claim) {
    return claim.statement() != null && LOSS.matcher(claim.statement()).find();
  }

  private static String labelled(String norm) {
    String name = norm.replace("weighted-schatten", "weighted");
    return name.length() <= LONGEST_LABEL ? name : name.substring(0, LONGEST_LABEL - 1) + "…";
  }

  // Long names have no room beside the curves.
  private static String shortName(ClaimResult claim) {
    return claim.id().substring(claim.id().lastIndexOf('/') + 1);
  }

  // The document has the margin where it is least and both sides there: they tell which of the
  // sides is the larger where the claim holds. 0 where they do not.
  private static double direction(ClaimResult claim) {
    Witness worst = claim.worst();
    if (claim.left() == null || claim.right() == null || worst == null || claim.margin() == null) {
      return 0;
    }
    return worst.left() == null || worst.right() == null
        ? 0
        : Math.signum(claim.margin()) * Math.signum(worst.left() - worst.right());
  }

  private static List<Double> margins(ClaimResult claim, double direction) {
    List<Double> margins = new ArrayList<>();
    for (int i = 0; i < Math.min(claim.left().size(), claim.right().size()); i++) {
      Double left = claim.left().get(i);
      Double right = claim.right().get(i);
      boolean known = Objects.nonNull(left) && Objects.nonNull(right);
      margins.add(known ? direction * (left - right) : null);
    }
    return margins;
  }
}
