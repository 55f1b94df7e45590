package io.github.flowcert.mathml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.claim.Glossary;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TypesetterTest {
  private static final Glossary GLOSSARY = Glossary.read();
  private static final Typesetter TYPESETTER = new Typesetter(GLOSSARY.mathml(), GLOSSARY.calls());

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "w == suffix.factor.prefix; W=W_L:l+1W_lW_l−1:1",
        "D(factor) == -Transpose(suffix).g.Transpose(prefix); [d/dt]W_l=−W_L:l+1^⊤∇ℓW_l−1:1^⊤",
        "suffix.D(factor).prefix == -n^a.g.m^b; W_L:l+1([d/dt]W_l)W_l−1:1=−N^a∇ℓM^b",
        "D(Transpose(next).next - factor.Transpose(factor)) == 0;"
            + " [d/dt](W_l+1^⊤W_l+1−W_lW_l^⊤)=0",
        "Transpose(factor.prefix).x == n; (W_lW_l−1:1)^⊤x=N",
        "m^(a + b + 1).Inverse(w) == 1; M^a+b+1W^−1=1",
        "Tr(Inverse(w).g) == 2; tr(W^−1∇ℓ)=2",
        "chain(w, n, a + b + 1, m); chain(W,N,a+b+1,M)",
        "betaslope == D(beta, t); betaslope=[d/dt]β",
        "slope == D(g, x) - a; slope=[d/dx]g−a"
      })
  void statementsAboutMatricesStandAsInTheTextWithTheLettersOfThePapers(String text, String seen)
      throws Exception {
    assertThat(linear(text)).isEqualTo(seen);
  }

  @Test
  void lettersAreNamedWhereMatricesAreSpokenOfOnly() {
    assertThat(TYPESETTER.letters("w.m == n.w"))
        .extracting(MatrixSymbol::name)
        .containsExactly("w", "n", "m");
    assertThat(TYPESETTER.letters("slope == D(g, a)")).isEmpty();
    assertThat(TYPESETTER.letters("w, n are the entries of a matrix")).isEmpty();
  }

  /**
   * What a reader sees, in a line: {@code [a/b]} is a fraction, {@code ^} and {@code _} scripts.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a - b - c; a−b−c",
        "a - (b - c); a−(b−c)",
        "a + (b + c)*d; a+(b+c)d",
        "a/b; [a/b]",
        "a/b*f; [a/b]f",
        "a/(b*f); [a/bf]",
        "2*a^2*b^2/(f + 1); [2a^2b^2/f+1]",
        "1/2*a; [a/2]",
        "a/b*(f/h); [a/b][f/h]",
        "a*(b/f)*h; [ab/f]h",
        "a/b/f; [[a/b]/f]",
        "(a + b)/2; [a+b/2]",
        "-a; −a",
        "-a/b; −[a/b]",
        "-(a + b); −(a+b)",
        "(-a)^2; (−a)^2",
        "-a^2; −a^2",
        "(a/b)^2; ([a/b])^2",
        "(a^b)^f; (a^b)^f",
        "a^(b^f); a^b^f",
        "a^(-3); a^−3",
        "2*3; 2·3",
        "2*a*3; 2a·3",
        "a*(-b); a(−b)",
        "2*Sqrt(12)/Log(2)*Sqrt(loss); [2√(12)/ln(2)]√(ℓ)",
        "Abs(w(1,1)) > 1/Sqrt(2*loss) - 2 + Sqrt(2*loss); |w_1,1|>[1/√(2ℓ)]−2+√(2ℓ)",
        "distance(1) <= 3*Sqrt(2)*Sqrt(loss); D_1(W)≤3√(2)√(ℓ)",
        "det^2 >= 0; (detW)^2≥0",
        "detsign*initialdetsign > 0; (signdetW)(signdetW(0))>0",
        "1 - det; 1−detW",
        "Exp(-h) < rho2*Log(rho2); e^−h<ρ_2ln(ρ_2)",
        "a == Max(b, zprime); a=max(b,z^′)",
        "a > 0 && b > 0; a>0 and b>0",
        "a > 0 || b > 0 && f > 0; a>0 or (b>0 and f>0)",
        "!(a > 0); ¬(a>0)",
        "norm(nuclear) > 0; ‖W‖_nuclear>0",
        "schatten(1/2) > 0; ‖W‖_S_0.5>0",
        "0.000000012*a; (1.2·10^−8)a",
      })
  void aTextIsTypesetAsItMeans(String text, String seen) throws Exception {
    assertThat(linear(text)).isEqualTo(seen);
  }

  @Test
  void aFlippedRelationLooksDifferent() throws Exception {
    assertThat(linear("a < b")).isEqualTo("a<b").isNotEqualTo(linear("a > b"));
  }

  @Test
  void aTextThatIsNoMathematicsIsNotTypeset() {
    assertThat(TYPESETTER.html("the whole run &")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void everyExpressionOfTheCatalogueIsTypeset(ClaimDefinition claim) {
    assertThat(TYPESETTER.html(claim.statement())).isPresent();
    claim.let().forEach(let -> assertThat(TYPESETTER.html(let.expression())).isPresent());
  }

  static List<ClaimDefinition> claims() {
    Catalogue catalogue = new Catalogue();
    return catalogue.identifiers().stream().flatMap(id -> catalogue.resolve(id).stream()).toList();
  }

  private static String linear(String text) throws Exception {
    String html = "<p>" + TYPESETTER.html(text).orElseThrow() + "</p>";
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(html)))
            .getDocumentElement();
    return linear(root).replace('\u00a0', ' ');
  }

  private static String linear(Node node) {
    List<String> parts = children(node).map(TypesetterTest::linear).toList();
    return switch (node.getNodeName()) {
      case "#text" -> node.getTextContent().replaceAll("[\u2061\u2062]", "");
      case "mfrac" -> "[" + parts.get(0) + "/" + parts.get(1) + "]";
      case "msqrt" -> "√(" + String.join("", parts) + ")";
      case "msup" -> parts.get(0) + "^" + parts.get(1);
      case "msub" -> parts.get(0) + "_" + parts.get(1);
      default -> String.join("", parts);
    };
  }

  private static Stream<Node> children(Node node) {
    NodeList nodes = node.getChildNodes();
    return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1).map(nodes::item);
  }
}
