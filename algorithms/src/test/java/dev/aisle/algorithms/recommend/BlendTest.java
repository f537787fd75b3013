package dev.aisle.algorithms.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.recommend.Blend.Part;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BlendTest {
    private static final ItemKnn NEIGHBOURS = new ItemKnn(5, 1, Weighting.NONE, false, 1);
    private static final Rp3Beta WALK = new Rp3Beta(5, 1, 0.5f, false, 1);

    private static float[] scores(Model model, History history) {
        float[] scores = new float[model.itemCount()];
        model.score(history, scores);
        return scores;
    }

    @Property(tries = 50)
    void ofOnePartTheOrderIsThatOfThePart(@ForAll long seed, @ForAll Scale scale) {
        Interactions shop = RandomShop.of(seed, 30, 12);
        Model alone = NEIGHBOURS.fit(shop, Progress.NONE);
        Model blend = new Blend(List.of(new Part(NEIGHBOURS, 2)), scale).fit(shop, Progress.NONE);

        assertThat(order(blend, shop.history(3))).isEqualTo(order(alone, shop.history(3)));
    }

    private static List<Integer> order(Model model, History history) {
        return model.top(history, 12, new BitSet()).stream()
                .map(ScoredItem::item)
                .toList();
    }

    @Property(tries = 50)
    void whatTheHistoryAddsSumsToTheScore(@ForAll long seed) {
        Interactions shop = RandomShop.of(seed, 30, 12);
        Model model = new Blend(List.of(new Part(NEIGHBOURS, 0.7f), new Part(WALK, 0.3f)), Scale.DEVIATION)
                .fit(shop, Progress.NONE);
        History history = shop.history(5);
        float[] scores = scores(model, history);

        assertThat(model).isInstanceOf(ExplainableModel.class);
        for (int item = 0; item < 12; item++) {
            float sum = 0;
            for (float addend : ((ExplainableModel) model).contributions(history, item)) {
                sum += addend;
            }
            assertThat(sum).isCloseTo(scores[item], within(1e-4f));
        }
    }

    @Test
    void theScaleOfAPartDoesNotMatter() {
        Popularity.Model small = new Popularity.Model(new float[] {1, 2, 3, 4});
        Popularity.Model large = new Popularity.Model(new float[] {4000, 3000, 1000, 2000});
        float[] expected = {-3 / (float) Math.sqrt(5), -1 / (float) Math.sqrt(5), 1 / (float) Math.sqrt(5)};

        float[] scores =
                scores(BlendModel.of(List.of(small, large), new float[] {1, 1}, Scale.DEVIATION), History.empty());

        // z-scores of small are expected above; of large (3, 1, −3, −1)/√5. Their sums differ from ours by one shift.
        float shift = scores[0] - (expected[0] + 3 / (float) Math.sqrt(5));
        assertThat(scores[1]).isCloseTo(expected[1] + 1 / (float) Math.sqrt(5) + shift, within(1e-5f));
        assertThat(scores[2]).isCloseTo(expected[2] - 3 / (float) Math.sqrt(5) + shift, within(1e-5f));
    }

    @Test
    void ranksOfEqualScoresAreShared() {
        Popularity.Model model = new Popularity.Model(new float[] {5, 7, 5, Float.NaN});

        float[] scores = scores(BlendModel.of(List.of(model), new float[] {1}, Scale.RECIPROCAL_RANK), History.empty());

        assertThat(scores).containsExactly(1 / 62f, 1 / 61f, 1 / 62f, 1 / 64f);
    }

    @Test
    void aPartThatSaysNothingAddsNothing() {
        Popularity.Model flat = new Popularity.Model(new float[] {3, 3});
        Popularity.Model steep = new Popularity.Model(new float[] {0, 2});

        float[] scores =
                scores(BlendModel.of(List.of(flat, steep), new float[] {9, 1}, Scale.DEVIATION), History.empty());

        assertThat(scores).containsExactly(0, 2);
    }

    @Test
    void partsThatExplainNothingLeaveTheBlendUnexplained() {
        Interactions shop = RandomShop.of(1, 20, 10);
        List<Part> parts = List.of(new Part(NEIGHBOURS, 1), new Part(new Popularity(false), 1));

        assertThat(new Blend(parts, Scale.DEVIATION).fit(shop, Progress.NONE)).isNotInstanceOf(ExplainableModel.class);
        assertThatThrownBy(() -> new Blend(List.of(), Scale.DEVIATION)).hasMessageContaining("at least one part");
        assertThatThrownBy(() -> new Part(NEIGHBOURS, Float.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> BlendModel.of(
                        List.of(new Popularity.Model(new float[1]), new Popularity.Model(new float[2])),
                        new float[2],
                        Scale.DEVIATION))
                .hasMessageContaining("same items");
    }
}
