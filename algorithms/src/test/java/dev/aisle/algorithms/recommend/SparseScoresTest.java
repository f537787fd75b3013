package dev.aisle.algorithms.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is asked of few items is what the dense forms say of all. */
class SparseScoresTest {
    private static final int ITEMS = 40;

    @Property(tries = 100)
    void neighboursScoreTheSameSparselyAndDensely(
            @ForAll long seed, @ForAll boolean normalised, @ForAll @IntRange(min = 0, max = 12) int size) {
        ItemKnn.Model model =
                new ItemKnn(6, 2, Weighting.NONE, normalised, 1).fit(RandomShop.of(seed, 50, ITEMS), Progress.NONE);
        History history = history(seed, size);
        float[] dense = new float[ITEMS];
        model.score(history, dense);

        SparseScores sparse = model.sparseScores(history);

        for (int item = 0; item < ITEMS; item++) {
            assertThat(sparse.of(item)).isCloseTo(dense[item], within(1e-6f));
        }
        BitSet without = new BitSet();
        for (int item = 0; item < ITEMS; item++) {
            without.set(item, item % 3 == 0 || dense[item] <= 0);
        }
        assertThat(sparse.best(10, item -> item % 3 != 0))
                .extracting(ScoredItem::item)
                .isEqualTo(TopK.select(dense, 10, without).stream()
                        .map(ScoredItem::item)
                        .toList());
    }

    @Property(tries = 50)
    void aPersonFoldedInOnceScoresAndExplainsAsTheModelDoes(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int size) {
        AlsModel model =
                new ImplicitAls(5, 3, 1f, 0.1f, 1f, seed, 1).fit(RandomShop.of(seed, 50, ITEMS), Progress.NONE);
        History history = history(seed, size);
        float[] dense = new float[ITEMS];
        model.score(history, dense);

        AlsPerson person = model.person(history);

        for (int item = 0; item < ITEMS; item++) {
            assertThat(person.score(item)).isCloseTo(dense[item], within(1e-5f));
            float[] expected = model.contributions(history, item);
            float[] addends = person.contributions(item);
            for (int place = 0; place < expected.length; place++) {
                assertThat(addends[place]).isCloseTo(expected[place], within(1e-5f));
            }
        }
    }

    private static History history(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        int[] items = random.ints(size, 0, ITEMS + 3).toArray();
        float[] weights = new float[size];
        for (int place = 0; place < size; place++) {
            weights[place] = (float) (0.1 + random.nextDouble());
        }
        return History.of(items, weights);
    }
}
