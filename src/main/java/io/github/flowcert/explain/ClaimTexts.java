package io.github.flowcert.explain;

import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.claim.Glossary;
import io.github.flowcert.explain.Explanation.ClaimText;
import io.github.flowcert.explain.Explanation.Mathematics;
import io.github.flowcert.explain.Explanation.Name;
import io.github.flowcert.explain.Explanation.Quantity;
import io.github.flowcert.explain.Explanation.Supposition;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.TeX;

/** Claims as people read them, all of it from the claim's definition. */
final class ClaimTexts {
  private final Glossary glossary = Glossary.read();

  ClaimText of(ClaimDefinition claim) {
    return new ClaimText(
        claim.id(),
        claim.title(),
        claim.words(),
        claim.along().word(),
        mathematics(claim.statement()),
        claim.when() == null ? null : mathematics(claim.when()),
        claim.let().stream()
            .map(let -> new Name(let.name(), mathematics(let.expression())))
            .toList(),
        glossary.mentionedIn(claim).stream()
            .map(each -> new Quantity(each.name(), each.tex(), each.words()))
            .toList(),
        claim.hypotheses().stream()
            .map(each -> new Supposition(each.id(), each.statement()))
            .toList(),
        claim.perNorm(),
        claim.source());
  }

  private Mathematics mathematics(String expression) {
    try {
      return new Mathematics(expression, TeX.of(expression, glossary.tex()));
    } catch (ExpressionException e) {
      throw new IllegalStateException("the catalogue has '" + expression + "'", e);
    }
  }
}
