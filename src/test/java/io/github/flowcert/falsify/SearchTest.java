package io.github.flowcert.falsify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.casefile.Initial;
import io.github.flowcert.verify.ClaimName;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The search on functions whose minima are known. */
class SearchTest {
  private static final ClaimName BOWL = new ClaimName("bowl", null);
  private static final ClaimName FLAT = new ClaimName("flat", null);

  private final ExecutorService one = Executors.newFixedThreadPool(1);
  private final ExecutorService four = Executors.newFixedThreadPool(4);

  /** The plane; a start is its point. */
  private static final StartSpace PLANE =
      new StartSpace() {
        @Override
        public double[] draw(RandomGenerator random) {
          return new double[] {random.nextDouble(), random.nextDouble()};
        }

        @Override
        public double[] steps(double[] numbers) {
          return new double[] {0.1, 0.1};
        }

        @Override
        public Initial start(double[] numbers) {
          return new Initial.Product(List.of(List.of(numbers[0], numbers[1])));
        }
      };

  @AfterEach
  void stop() {
    one.shutdownNow();
    four.shutdownNow();
  }

  /** Least at (3, -2), where it is -1; one claim with the same margin everywhere beside it. */
  private static Map<ClaimName, Double> margins(Initial start) {
    List<Double> at = ((Initial.Product) start).matrix().get(0);
    double bowl = Math.pow(at.get(0) - 3, 2) + Math.pow(at.get(1) + 2, 2) - 1;
    return Map.of(BOWL, bowl, FLAT, 1.0);
  }

  private List<Tried> run(ExecutorService threads, long seed, int starts) throws Exception {
    return new Search(List.of(PLANE), SearchTest::margins, new Workers(threads), seed).run(starts);
  }

  @Test
  void theMinimumIsFoundThoughItLiesOutsideOfWhatIsDrawn() throws Exception {
    List<Tried> tried = run(one, 7, 200);
    Tried worst = Tried.worstFirst(tried, BOWL).get(0);
    assertThat(worst.margins().get(BOWL)).isBetween(-1.0, -0.999_999);
    assertThat(worst.number()).isGreaterThan(100);
  }

  @Test
  void asManyStartsAreTriedAsAskedForNumberedInOrder() throws Exception {
    for (int starts : new int[] {1, 2, 37, 200}) {
      assertThat(run(four, 7, starts).stream().map(Tried::number))
          .containsExactlyElementsOf(IntStream.rangeClosed(1, starts).boxed().toList());
    }
  }

  @Test
  void theOutcomeDependsOnTheSeedAndNotOnTheThreads() throws Exception {
    List<Initial> single = run(one, 7, 150).stream().map(Tried::start).toList();
    assertThat(run(four, 7, 150).stream().map(Tried::start)).containsExactlyElementsOf(single);
    assertThat(run(four, 8, 150).get(0).start()).isNotEqualTo(single.get(0));
    assertThat(run(four, 7L << 32, 150).get(0).start()).isNotEqualTo(single.get(0));
  }
}
