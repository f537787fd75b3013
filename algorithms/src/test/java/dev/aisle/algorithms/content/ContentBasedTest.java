package dev.aisle.algorithms.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.recommend.Weighting;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContentBasedTest {
    /** Two teas, a phone, its case, and a third tea that nobody took yet. */
    private static ItemContent shop() {
        return ItemContent.collect(5)
                .attribute(0, "category", "tea")
                .text(0, "title", "Green tea from Hangzhou")
                .attribute(1, "category", "tea")
                .text(1, "title", "Black tea")
                .attribute(2, "category", "phone")
                .text(2, "title", "华为手机")
                .attribute(3, "category", "accessory")
                .text(3, "title", "手机壳")
                .attribute(4, "category", "tea")
                .text(4, "title", "Jasmine green tea")
                .build();
    }

    private static Interactions train() {
        return Interactions.collect(3, 5)
                .add(0, 0, 1)
                .add(1, 0, 1)
                .add(1, 2, 1)
                .add(2, 1, 1)
                .add(2, 3, 1)
                .build();
    }

    private static float[] scores(Model model, History history) {
        float[] scores = new float[model.itemCount()];
        model.score(history, scores);
        return scores;
    }

    @Test
    void anItemThatNobodyTookIsFoundByWhatItIs() {
        ContentBased plain = new ContentBased(shop(), Weighting.TF_IDF, 1, 0);

        float[] scores = scores(plain.fit(train(), Progress.NONE), History.of(0));

        assertThat(scores[4]).isGreaterThan(scores[1]);
        assertThat(scores[1]).isGreaterThan(scores[2]);
        assertThat(scores[2]).isZero();
    }

    @Test
    void chineseWordsConnectTheCaseWithThePhone() {
        float[] scores = scores(ContentBased.withDefaults(shop()).fit(train(), Progress.NONE), History.of(2));

        assertThat(scores[3]).isPositive();
        assertThat(scores[0]).isZero();
    }

    @Test
    void withoutPopularityTheScoreOfAnItemWithItselfIsOne() {
        ContentBased plain = new ContentBased(shop(), Weighting.BM25, 0.5f, 0);

        assertThat(scores(plain.fit(train(), Progress.NONE), History.of(3))[3]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void ofTwoItemsThatAreAlikeTheMorePopularComesFirst() {
        ItemContent alike = ItemContent.collect(3)
                .attribute(0, "brand", "A")
                .attribute(1, "brand", "A")
                .attribute(2, "brand", "A")
                .build();
        Interactions train = Interactions.collect(3, 3)
                .add(0, 2, 1)
                .add(1, 2, 1)
                .add(2, 0, 1)
                .build();

        float[] scores = scores(ContentBased.withDefaults(alike).fit(train, Progress.NONE), History.of(0));

        assertThat(scores[2]).isGreaterThan(scores[1]);
    }

    @Property(tries = 100)
    void whatTheHistoryAddsSumsToTheScore(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ItemContent.Builder content = ItemContent.collect(12);
        for (int n = 0; n < 40; n++) {
            content.attribute(random.nextInt(12), "a" + random.nextInt(3), "v" + random.nextInt(4));
        }
        Interactions train =
                Interactions.collect(1, 12).add(0, 3, 1).add(0, 5, 2).build();
        ContentModel model = ContentBased.withDefaults(content.build()).fit(train, Progress.NONE);
        History history = History.of(new int[] {1, 7, 40, 3}, new float[] {1, 2, 1, 0.5f});
        float[] scores = scores(model, history);

        for (int item = 0; item < 12; item++) {
            float sum = 0;
            for (float addend : model.contributions(history, item)) {
                sum += addend;
            }
            assertThat(sum).isCloseTo(scores[item], within(1e-5f));
        }
    }

    @Test
    void contentOfOtherItemsIsRefused() {
        assertThatThrownBy(() -> ContentBased.withDefaults(shop())
                        .fit(Interactions.collect(1, 3).build(), Progress.NONE))
                .hasMessage("content: 3 items, but the content of 5");
        assertThatThrownBy(() -> ItemContent.collect(2).attribute(2, "a", "b")).hasMessage("item 2 of 2");
        assertThatThrownBy(() -> new ContentBased(shop(), Weighting.NONE, -1, 0))
                .hasMessageContaining("words");
    }

    @Test
    void popularityByCategoryPrefersWhatThePersonTook() {
        Model model = new PopularityByValue(shop(), "category").fit(train(), Progress.NONE);

        // Nobody is known: by people. Whoever took a tea: teas first, then the others by people.
        assertThat(scores(model, History.empty())[0]).isGreaterThan(scores(model, History.empty())[1]);
        float[] ofTea = scores(model, History.of(1));
        assertThat(ofTea[0]).isGreaterThan(ofTea[2]);
        assertThat(ofTea[1]).isGreaterThan(ofTea[3]);
        // (people = 1) · (taken of the category 0 + 1) / (taken 1 + 3 categories)
        assertThat(ofTea[2]).isEqualTo(0.25f);
    }

    @Test
    void levelsHoldAsManyItemsAndEqualNumbersStayTogether() {
        assertThat(Levels.of(new double[] {5, 1, 3, Double.NaN, 2, 9, 7}, 3)).containsExactly(1, 0, 1, -1, 0, 2, 2);
        assertThat(Levels.of(new double[] {4, 4, 4, 4}, 2)).containsExactly(0, 0, 0, 0);
        assertThat(Levels.of(new double[] {}, 2)).isEmpty();
    }
}
