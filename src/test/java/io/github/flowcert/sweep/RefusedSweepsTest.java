package io.github.flowcert.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweeps that cannot be right are refused in one line with the place. */
class RefusedSweepsTest {
  @TempDir private Path folder;

  private void assertRefused(String line, String message, String... lines) throws IOException {
    Path file = SweepFiles.write(folder, lines);
    CaseWork work = new CaseWork(new Catalogue(), null);
    assertThatThrownBy(
            () -> {
              for (SweepCase each : SweepFiles.cases(file)) {
                work.read(each);
              }
            })
        .isInstanceOf(InputException.class)
        .satisfies(
            thrown -> {
              assertThat(thrown.getMessage())
                  .startsWith(file + ":" + line + ": ")
                  .contains(message);
              assertThat(thrown.getMessage().lines()).hasSize(1);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | found an empty list; expected a list of at least one value",
        "0.1 | found 0.1; expected a list of values, or a map",
        "[0.1, 1e-1] | has '1e-1' twice; expected it once",
        "{} | found none; expected a list",
        "{values: [1], seeds: 2} | found values and seeds; expected",
        "{steps: 3} | unknown key; did you mean 'seeds'?",
        "{range: {from: 1}} | range.to: missing; expected a finite number",
        "{range: {from: 3, to: 2}} | found from 3, which is above to 2; expected from at most to",
        "{range: {from: 1, to: 2, step: 0}} | step: found 0; expected a number above 0",
        "{range: {from: 1, to: 2, step: -1}} | step: found -1; expected a number above 0",
        "{range: {from: 0, to: 1, step: 1e-9}} | found 1000000000 steps; expected less than 1000000",
        "{range: {from: a, to: 2}} | from: found 'a'; expected a finite number",
        "{range: {from: .inf, to: 2}} | from: found .inf; expected a finite number",
        "{range: {from: 1, to: 1e999999999}} | of a size that a double can hold",
        "{logarithmic: {from: 0, to: 1, count: 3}} | from: found 0; expected a number above 0, as logarithms need",
        "{logarithmic: {from: 1, to: -1, count: 3}} | to: found -1; expected a number above 0, as logarithms need",
        "{logarithmic: {from: 1, to: 2, count: 0}} | count: found 0; expected a whole number from 1 to 1000000",
        "{logarithmic: {from: 1, to: 2, count: 2.5}} | count: found 2.5; expected a whole number",
        "{logarithmic: {from: 1, to: 2, count: 1}} | count: found 1; expected 2 or more",
        "{logarithmic: {from: 1, to: 1, count: 2}} | has '1' twice; expected it once",
        "{logarithmic: {from: 1, to: 1.00001, count: 99}} | twice; expected it once",
        "{values: [1, 2], labels: [1]} | labels: found 1 labels; expected 2 labels, one for each value",
        "{values: [1, 2], labels: [1, 1]} | labels[2]: found 1; expected a word or a number, each once",
        "{values: [1, 2], labels: [1, [2]]} | labels[2]: found a list; expected a word or a number",
        "{labels: [1, 2]} | found none; expected a list",
        "{logarithmic: {from: x, to: 2, count: 2}} | from: found 'x'; expected a number above 0",
        "{seeds: 0} | seeds: found 0; expected a whole number from 1",
        "{name: 'a b', values: [1]} | name: found 'a b'; expected letters and digits, a letter first",
        "{name: claim, values: [1]} | the table has a column 'claim' already; expected another name",
        "[0.1, -2] | found -2; expected a number above 0",
        "[[1, 2]] | found a list; expected a number above 0"
      })
  void anAxisThatMakesNoSense(String axis, String message) throws IOException {
    assertRefused("4", message, "axes:", "  initial.scale: " + axis);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "initial.sclae | initial.sclae: unknown key; did you mean 'scale'?",
        "initial.scale.x | leads to 'x' of what is no map; expected a path of the base case",
        "problem.observed[3] | leads to item 3 of 2; expected a path of the base case",
        "problem.observed[1][1][1] | leads to item 1 of 0; expected a path of the base case",
        "colour | colour: unknown key; known here: case",
        "case | cases are named after the axes; expected the path of something else",
        "initial..scale | no path; expected one as in initial.scale",
        "problem.observed[0] | no path; expected one as in initial.scale",
      })
  void aPathThatLeadsNowhere(String path, String message) throws IOException {
    assertRefused("4", message, "axes:", "  '" + path + "': [1]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "where: 'deep > 2' | unknown quantity 'deep'; known are",
        "where: 'depth >' | column",
        "where: 'kind > 2' | 'kind' has values that are no numbers",
        "where: 'depth > 7' | no case is left; expected a condition that some meet",
        "where: [1] | found a list; expected a condition on the axes",
        "zip: [] | found an empty list; expected a list of maps of axes",
        "zip: [{initial.seed: [1, 2], initial.scale: [1]}] | has 1 values; expected 2, as initial.seed",
        "zip: [{initial.seed: [1, 1]}] | has '1' twice; expected it once",
        "zip: [{factorization.depth: [4]}] | is an axis already; expected each path once",
        "zip: [{initial.seed: {name: depth, values: [4]}}] | another axis is called 'depth' too",
        "zip: [{}] | no axes; expected a map of paths and their values",
        "colour: red | unknown key; known here: sweep, about, base, axes, zip, where"
      })
  void whatStandsBesideTheAxes(String rest, String message) throws IOException {
    assertRefused(
        "4", message, "axes: {factorization.depth: [2, 3], initial.kind: [gaussian]}", rest);
  }

  @Test
  void moreCasesThanAnybodyWaitsFor() throws IOException {
    assertRefused(
        "4",
        "axes: make 100000000000 cases; expected at most 10000000",
        "axes:",
        "  {initial.seed: {seeds: 1000000}, initial.scale: {range: {from: 1, to: 100000}}}");
    assertRefused(
        "4",
        "axes: make 20000000000000000000000 cases before 'where'; expected at most 10000000",
        "axes:",
        "  initial.seed: {seeds: 1000000}",
        "  factorization.depth: {range: {from: 1, to: 20000}}",
        "  initial.scale: {range: {from: 1, to: 1000000}}",
        "  flow.until.time: {range: {from: 1, to: 1000000}}",
        "where: 'depth < 2'");
  }

  @Test
  void theErrorOfACaseSaysWhichCase() throws IOException {
    assertRefused(
        "5",
        "(in the case grid.depth-2.scale-0)",
        "axes:",
        "  factorization.depth: [2, 3]",
        "  initial.scale: [1, 0]");
  }

  @Test
  void aBaseThatIsNotThere() throws IOException {
    Path file = SweepFiles.write(folder, "axes: {initial.seed: [1]}");
    Files.delete(folder.resolve("base.yaml"));
    assertThatThrownBy(() -> SweepReader.read(file))
        .hasMessageStartingWith(file + ":2: base: no such file: " + folder.resolve("base.yaml"));
  }
}
