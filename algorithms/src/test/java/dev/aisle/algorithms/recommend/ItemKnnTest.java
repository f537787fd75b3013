package dev.aisle.algorithms.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ItemKnnTest {
    private static final Offset<Float> CLOSE = within(1e-5f);

    private static ItemKnn plain(int k) {
        return new ItemKnn(k, 0, Weighting.NONE, false, 1);
    }

    @Property(tries = 200)
    void whatTheHistoryAddsSumsToTheScore(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int k, @ForAll boolean normalised) {
        Interactions shop = RandomShop.of(seed, 40, 25);
        ItemKnn.Model model = new ItemKnn(k, 2, Weighting.TF_IDF, normalised, 1).fit(shop, Progress.NONE);
        History history = shop.history(7);
        float[] scores = new float[25];

        model.score(history, scores);

        for (int item = 0; item < 25; item++) {
            float sum = 0;
            for (float addend : model.contributions(history, item)) {
                sum += addend;
            }
            assertThat(sum).isCloseTo(scores[item], CLOSE);
        }
    }

    @Property(tries = 50)
    void theModelIsTheSameOnAnyNumberOfThreads(@ForAll long seed, @ForAll Weighting weighting) {
        Interactions shop = RandomShop.of(seed, 300, 200);

        ItemKnn.Model one = new ItemKnn(10, 1, weighting, false, 1).fit(shop, Progress.NONE);
        ItemKnn.Model three = new ItemKnn(10, 1, weighting, false, 3).fit(shop, Progress.NONE);

        assertThat(three.neighbours()).isEqualTo(one.neighbours());
        assertThat(three.similarities()).isEqualTo(one.similarities());
    }

    @Property(tries = 50)
    void withAllNeighboursSimilarityIsTheCosineAndSymmetric(@ForAll long seed) {
        Interactions shop = RandomShop.of(seed, 30, 12);
        ItemKnn.Model model = plain(12).fit(shop, Progress.NONE);

        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                float expected = i == j ? 0 : (float) cosine(shop.transposed(), i, j);
                assertThat(model.similarity(i, j)).isCloseTo(expected, CLOSE);
            }
        }
    }

    private static double cosine(Interactions byItem, int i, int j) {
        double[] left = dense(byItem, i);
        double[] right = dense(byItem, j);
        double dot = 0;
        double a = 0;
        double b = 0;
        for (int u = 0; u < left.length; u++) {
            dot += left[u] * right[u];
            a += left[u] * left[u];
            b += right[u] * right[u];
        }
        return dot == 0 ? 0 : dot / Math.sqrt(a * b);
    }

    private static double[] dense(Interactions rows, int row) {
        double[] values = new double[rows.itemCount()];
        for (int p = rows.start(row); p < rows.start(row + 1); p++) {
            values[rows.item(p)] = rows.weight(p);
        }
        return values;
    }

    /** R = [[1,2,?,?],[2,?,3,4],[?,1,2,?]]; users take the place of items, so neighbours are users. */
    @Test
    void theSourceArticlesExampleOfUsersIsMet() {
        Interactions ratings = Interactions.collect(3, 4)
                .add(0, 0, 1)
                .add(0, 1, 2)
                .add(1, 0, 2)
                .add(1, 2, 3)
                .add(1, 3, 4)
                .add(2, 1, 1)
                .add(2, 2, 2)
                .build();
        Interactions byItem = ratings.transposed();
        ItemKnn.Model users = plain(3).fit(byItem, Progress.NONE);
        double simToSecond = 2 / Math.sqrt(5 * 29);
        double simToThird = 2 / Math.sqrt(5 * 5);
        float[] ofItem3 = new float[3];
        float[] ofItem4 = new float[3];

        users.score(byItem.history(2), ofItem3);
        users.score(byItem.history(3), ofItem4);

        assertThat(ofItem3[0]).isCloseTo((float) (3 * simToSecond + 2 * simToThird), CLOSE);
        assertThat(ofItem4[0]).isCloseTo((float) (4 * simToSecond), CLOSE);
    }

    @Test
    void theNormalisedFormPredictsRatings() {
        Interactions byItem = Interactions.collect(3, 2)
                .add(0, 0, 4)
                .add(0, 1, 4)
                .add(1, 0, 1)
                .add(1, 1, 1)
                .build();
        ItemKnn.Model model = new ItemKnn(5, 0, Weighting.NONE, true, 1).fit(byItem, Progress.NONE);
        float[] scores = new float[2];

        model.score(History.of(new int[] {0}, new float[] {3}), scores);

        assertThat(scores[1]).isCloseTo(3, CLOSE);
    }

    @Test
    void aHistoryOfUnknownItemsScoresNothing() {
        ItemKnn.Model model = plain(3).fit(RandomShop.of(1, 20, 10), Progress.NONE);
        float[] scores = new float[10];

        model.score(History.of(10, 99), scores);

        assertThat(scores).containsOnly(0f);
        assertThat(model.contributions(History.of(99), 3)).containsExactly(0f);
    }

    @Test
    void aCancelledFitEnds() {
        Interactions shop = RandomShop.of(1, 50, 400);

        assertThatThrownBy(() -> ItemKnn.withDefaults().fit(shop, (done, total) -> done < 2))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> ImplicitAls.withDefaults().fit(shop, (done, total) -> done < 2))
                .isInstanceOf(CancellationException.class);
    }
}
