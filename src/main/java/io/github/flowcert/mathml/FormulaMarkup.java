package io.github.flowcert.mathml;

import static io.github.flowcert.mathml.Markup.Binding.ATOM;
import static io.github.flowcert.mathml.Markup.Binding.STATEMENT;
import static io.github.flowcert.mathml.Markup.Binding.SUM;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Relation;
import io.github.flowcert.expression.Term;
import java.util.List;
import java.util.stream.Collectors;

/** Statements in MathML. */
final class FormulaMarkup {
  private final TermMarkup terms;

  FormulaMarkup(TermMarkup terms) {
    this.terms = terms;
  }

  Markup of(Formula formula) {
    if (formula instanceof Formula.Related related) {
      return compared(related.left(), sign(related.relation()), related.right());
    }
    if (formula instanceof Formula.Equal equal) {
      return compared(equal.left(), "=", equal.right());
    }
    if (formula instanceof Formula.All all) {
      return joined(all.parts(), "and");
    }
    if (formula instanceof Formula.Any any) {
      return joined(any.parts(), "or");
    }
    Formula inside = ((Formula.Not) formula).part();
    return new Markup(Markup.operator("¬") + of(inside).within(ATOM), SUM);
  }

  private Markup compared(Term left, String sign, Term right) {
    String text = terms.of(left).row() + Markup.operator(sign) + terms.of(right).row();
    return new Markup(text, SUM);
  }

  private Markup joined(List<Formula> parts, String word) {
    return parts.size() == 1
        ? of(parts.get(0))
        : new Markup(
            parts.stream()
                .map(part -> of(part).within(SUM))
                .collect(Collectors.joining("<mtext>&#xa0;" + word + "&#xa0;</mtext>")),
            STATEMENT);
  }

  private static String sign(Relation relation) {
    return switch (relation) {
      case GREATER -> "&gt;";
      case GREATER_OR_EQUAL -> "≥";
      case LESS -> "&lt;";
      case LESS_OR_EQUAL -> "≤";
    };
  }
}
