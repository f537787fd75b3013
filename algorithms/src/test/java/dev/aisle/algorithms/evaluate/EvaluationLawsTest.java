package dev.aisle.algorithms.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.algorithms.evaluate.Outcome.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EvaluationLawsTest {
    private static final int ITEMS = 30;

    private static List<JudgedList> lists(long seed, int people) {
        SplittableRandom random = new SplittableRandom(seed);
        List<JudgedList> lists = new ArrayList<>();
        for (int n = 0; n < people; n++) {
            int[] shown = random.ints(0, ITEMS).distinct().limit(10).toArray();
            int[] truth =
                    random.ints(0, ITEMS).distinct().limit(random.nextInt(6)).toArray();
            lists.add(JudgedList.of(shown, truth));
        }
        return lists;
    }

    private static Catalogue catalogue() {
        return Catalogue.of(IntStream.range(0, ITEMS).map(i -> 40 - i).toArray(), 50);
    }

    @Property(tries = 100)
    void everyValueIsFiniteAndInsideItsInterval(@ForAll long seed, @ForAll @IntRange(max = 12) int people) {
        Map<String, Outcome> found = new Evaluation(catalogue(), 50, 3).of(lists(seed, people), new int[] {1, 5, 20});

        assertThat(found).isNotEmpty().allSatisfy((name, outcome) -> {
            if (outcome instanceof Estimate e) {
                assertThat(e.value()).isFinite();
                assertThat(e.low()).isLessThanOrEqualTo(e.high());
            }
        });
    }

    @Property(tries = 100)
    void aPerfectListIsPerfect(
            @ForAll @IntRange(min = 1, max = 20) int relevant, @ForAll @IntRange(min = 1, max = 20) int k) {
        int[] items = IntStream.range(0, relevant).toArray();
        JudgedList list = JudgedList.of(items, items);

        assertThat(AccuracyMetric.NDCG.of(list, k)).isCloseTo(1, within(1e-12));
        assertThat(AccuracyMetric.MAP.of(list, k)).isCloseTo(1, within(1e-12));
        assertThat(AccuracyMetric.MRR.of(list, k)).isEqualTo(1);
    }

    @Property(tries = 100)
    void recallGrowsWithTheLengthOfTheList(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int k) {
        for (JudgedList list : lists(seed, 5)) {
            if (list.relevant() > 0) {
                assertThat(AccuracyMetric.RECALL.of(list, k + 1))
                        .isGreaterThanOrEqualTo(AccuracyMetric.RECALL.of(list, k));
            }
        }
    }

    @Property(tries = 20)
    void theSameSeedGivesTheSameIntervals(@ForAll long seed) {
        Evaluation evaluation = new Evaluation(catalogue(), 30, seed);

        assertThat(evaluation.of(lists(1, 20), new int[] {5})).isEqualTo(evaluation.of(lists(1, 20), new int[] {5}));
    }

    @Test
    void theIntervalOfAMeanIsAsWideAsItsStandardErrorSays() {
        double[] values = IntStream.range(0, 400).mapToDouble(n -> n % 2).toArray();

        Estimate estimate = new Bootstrap(400, 2000, 1).mean(values);

        assertThat(estimate.value()).isEqualTo(0.5);
        assertThat(estimate.low()).isCloseTo(0.5 - 1.96 * 0.5 / 20, within(0.006));
        assertThat(estimate.high()).isCloseTo(0.5 + 1.96 * 0.5 / 20, within(0.006));
    }

    @Test
    void whatIsNotDefinedSaysWhy() {
        List<JudgedList> nothingTaken = List.of(JudgedList.of(new int[] {1}, new int[0]));

        Map<String, Outcome> found =
                new Evaluation(Catalogue.withoutPopularity(3), 10, 1).of(nothingTaken, new int[] {1});

        assertThat(found.get("recall@1")).isEqualTo(new Undefined("nobody to take the mean of"));
        assertThat(found.get("novelty@1")).isEqualTo(new Undefined("the popularity in training isn't known"));
        assertThat(found.get("coverage@1")).isInstanceOf(Estimate.class);
    }

    @Test
    void parityIsZeroWhenHeadAndTailFareAlike() {
        Catalogue catalogue = Catalogue.of(new int[] {80, 10, 10}, 100);
        List<JudgedList> lists = List.of(
                JudgedList.of(new int[] {0, 1, 2}, new int[] {0, 1}),
                JudgedList.of(new int[] {0, 1, 2}, new int[] {0, 2}));

        Map<String, Outcome> found = new Evaluation(catalogue, 10, 1).of(lists, new int[] {3});

        assertThat(((Estimate) found.get("poprsp@3")).value()).isZero();
        assertThat(((Estimate) found.get("popreo@3")).value()).isZero();
        assertThat(((Estimate) found.get("aplt@3")).value()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void aListWithTheSameItemTwiceIsRefused() {
        assertThatThrownBy(() -> JudgedList.of(new int[] {4, 4}, new int[0])).hasMessageContaining("place 2");
    }
}
