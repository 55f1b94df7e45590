package io.github.flowcert.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.casefile.Initial;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.verify.Vocabularies;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExpansionTest {
  @TempDir private Path folder;

  private final CaseReader reader = new CaseReader(Vocabularies.of(new Catalogue()));

  private List<String> names(String... lines) throws IOException, InputException {
    return SweepFiles.cases(SweepFiles.write(folder, lines)).stream().map(SweepCase::name).toList();
  }

  private List<Case> read(String... lines) throws IOException, InputException {
    return SweepFiles.cases(SweepFiles.write(folder, lines)).stream().map(this::parsed).toList();
  }

  private Case parsed(SweepCase from) {
    try {
      return reader.read(from.yaml());
    } catch (InputException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theLastAxisVariesFastest() throws Exception {
    assertThat(names("axes: {factorization.depth: [3, 2], initial.seed: {seeds: 2}}"))
        .containsExactly(
            "grid.depth-3.seed-1",
            "grid.depth-3.seed-2",
            "grid.depth-2.seed-1",
            "grid.depth-2.seed-2");
  }

  @Test
  void casesHaveTheValuesOfTheirNames() throws Exception {
    List<Case> cases =
        read(
            "axes: {factorization.depth: [2, 3], initial.scale: [0.5, 2.5e-3], initial.seed: [11]}");
    assertThat(cases).extracting(Case::name).last().isEqualTo("grid.depth-3.scale-2.5e-3");
    Case last = cases.get(3);
    assertThat(last.factorization().depth()).isEqualTo(3);
    assertThat(last.initial()).isInstanceOf(Initial.BalancedGaussian.class);
    assertThat(((Initial.BalancedGaussian) last.initial()).scale()).isEqualTo(0.0025);
    assertThat(((Initial.BalancedGaussian) last.initial()).seed()).isEqualTo(11);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{logarithmic: {from: 1e-1, to: 1e-8, count: 8}} | 1e-1 1e-2 1e-3 1e-4 1e-5 1e-6 1e-7 1e-8",
        "{logarithmic: {from: 0.001, to: 1000, count: 7}} | 1e-3 1e-2 1e-1 1 1e1 1e2 1e3",
        "{logarithmic: {from: 2e-4, to: 2, count: 3}} | 2e-4 2e-2 2",
        "{logarithmic: {from: 1, to: 10, count: 3}} | 1 3.16228 1e1",
        "{logarithmic: {from: 1, to: 2, count: 2}} | 1 2",
        "{logarithmic: {from: 5, to: 5, count: 1}} | 5",
        "{range: {from: 1, to: 4}} | 1 2 3 4",
        "{range: {from: 0.1, to: 0.75, step: 0.1}} | 0.1 0.2 0.3 0.4 0.5 0.6 0.7",
        "{values: [1e-3, 7]} | 1e-3 7"
      })
  void valuesAreExactDecimals(String axis, String labels) throws Exception {
    Sweep sweep = SweepReader.read(SweepFiles.write(folder, "axes:", "  initial.scale: " + axis));
    assertThat(sweep.axes().get(0).values())
        .extracting(AxisValue::label)
        .containsExactly(labels.split(" ", -1));
  }

  @Test
  void aListOrAMapIsAValueToo() throws Exception {
    List<Case> cases =
        read(
            "axes:",
            "  problem.observed: [[['?', 1], [1, 0]], [['?', 3], [4, 5]]]",
            "  initial: [{kind: identity, scale: 0.25}]");
    assertThat(cases).extracting(Case::name).containsExactly("grid.observed-1", "grid.observed-2");
    assertThat(cases.get(1).problem().completion().orElseThrow().value(2)).isEqualTo(4);
    assertThat(cases.get(1).initial()).isEqualTo(new Initial.Identity(0.25));
  }

  @Test
  void labelsStandForValuesInNamesAndConditions() throws Exception {
    List<Case> cases =
        read(
            "axes:",
            "  problem.observed:",
            "    name: size",
            "    values: [[['?', 1], [1, 0]], [['?', 1, 0], [1, 0, 0], [0, 0, 1]]]",
            "    labels: [2, 3]",
            "where: 'size > 2'");
    assertThat(cases).extracting(Case::name).containsExactly("grid.size-3");
    assertThat(cases.get(0).problem().rows()).isEqualTo(3);
    assertThat(
            names(
                "axes:",
                "  problem.observed[1][2]: {name: z, values: [1, 1e3], labels: [one, kilo]}"))
        .containsExactly("grid.z-one", "grid.z-kilo");
  }

  @Test
  void anItemOfAListCanBeVaried() throws Exception {
    List<Case> cases =
        read("axes:", "  problem.observed[2][2]: {name: epsilon, values: [0.5, -1]}");
    assertThat(cases).extracting(Case::name).containsExactly("grid.epsilon-0.5", "grid.epsilon--1");
    assertThat(cases)
        .extracting(each -> each.problem().completion().orElseThrow().value(3))
        .containsExactly(0.5, -1.0);
    assertThat(cases)
        .extracting(each -> each.problem().completion().orElseThrow().value(1))
        .containsExactly(1.0, 1.0);
  }

  @Test
  void partsOfAVariedPartCanBeVaried() throws Exception {
    List<Case> cases =
        read(
            "axes:",
            "  initial.scale: [0.1, 0.2]",
            "  initial: [{kind: identity}, {kind: gaussian, seed: 3}]");
    assertThat(cases).hasSize(4);
    assertThat(cases.get(2).initial()).isEqualTo(new Initial.Identity(0.2));
    assertThat(cases.get(3).initial()).isInstanceOf(Initial.Gaussian.class);
  }

  @Test
  void whatTheBaseDoesNotHaveIsAdded() throws Exception {
    assertThat(read("axes: {flow.tolerance.relative: [1e-9]}").get(0).flow().relative())
        .isEqualTo(1e-9);
  }

  @Test
  void zippedAxesMoveTogether() throws Exception {
    List<Case> cases =
        read(
            "axes: {factorization.depth: [2, 3]}",
            "zip:",
            "  - initial.scale: [0.1, 0.2, 0.3]",
            "    initial.determinant: [positive, positive, negative]");
    assertThat(cases).hasSize(6);
    assertThat(cases.get(5).name()).isEqualTo("grid.depth-3.scale-0.3");
    assertThat(((Initial.BalancedGaussian) cases.get(5).initial()).determinant())
        .isEqualTo(Initial.DeterminantSign.NEGATIVE);
    assertThat(((Initial.BalancedGaussian) cases.get(4).initial()).determinant())
        .isEqualTo(Initial.DeterminantSign.POSITIVE);
  }

  @Test
  void aConditionLeavesCasesOut() throws Exception {
    assertThat(
            names(
                "axes: {factorization.depth: [2, 3, 4], initial.scale: [0.1, 1e-3]}",
                "where: 'depth == 2 || depth > 3 && scale < 10^-2'"))
        .containsExactly(
            "grid.depth-2.scale-0.1", "grid.depth-2.scale-1e-3", "grid.depth-4.scale-1e-3");
  }

  @Test
  void theSameFileMakesTheSameCases() throws Exception {
    Path file = SweepFiles.write(folder, "axes: {initial.seed: {seeds: 3}}");
    List<SweepCase> cases = SweepFiles.cases(file);
    assertThat(cases)
        .extracting(each -> each.yaml().text())
        .isEqualTo(SweepFiles.cases(file).stream().map(each -> each.yaml().text()).toList());
    assertThat(cases.stream().map(each -> each.key("1", null)).distinct()).hasSize(3);
    assertThat(cases.get(0).key("2", null)).isNotEqualTo(cases.get(0).key("1", null));
    assertThat(cases.get(0).key("1", 5L)).isNotEqualTo(cases.get(0).key("1", null));
  }

  @Test
  void theTextOfACaseIsThatCase() throws Exception {
    SweepCase one =
        SweepFiles.cases(SweepFiles.write(folder, "axes: {initial.scale: [3e-4]}")).get(0);
    Path file = Files.writeString(folder.resolve("one.yaml"), one.yaml().text());
    Case fromText = reader.read(YamlFile.read(file, "case file"));
    assertThat(fromText.initial()).isEqualTo(parsed(one).initial());
    assertThat(fromText.problem().completion().orElseThrow().value(1)).isEqualTo(1);
    assertThat(fromText.problem().completion().orElseThrow().isObserved(0)).isFalse();
  }

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("cases/sweeps"))) {
      return files.toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shippedSweepsAreGood(Path file) throws Exception {
    List<SweepCase> cases = SweepFiles.cases(file);
    assertThat(cases.stream().map(this::parsed).map(Case::name).distinct()).hasSize(cases.size());
  }

  @Test
  void theGridOfTheoremOneIsTheOneOfThePlan() throws Exception {
    List<Case> cases =
        SweepFiles.cases(Path.of("cases/sweeps/theorem-1-grid.yaml")).stream()
            .map(this::parsed)
            .toList();
    assertThat(cases).hasSize(4 * 8 * 20);
    assertThat(cases.get(639).name()).isEqualTo("theorem-1-grid.depth-5.scale-1e-8.seed-20");
  }
}
