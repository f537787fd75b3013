package dev.aisle.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.evaluate.Catalogue;
import dev.aisle.algorithms.evaluate.Evaluation;
import dev.aisle.algorithms.evaluate.ItemSets;
import dev.aisle.algorithms.evaluate.ItemTraits;
import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.algorithms.evaluate.Outcome;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.algorithms.evaluate.ResponseRates;
import dev.aisle.algorithms.evaluate.ResponseRates.Response;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.recommend.UserKnn;
import dev.aisle.algorithms.recommend.Weighting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked example and the metrics of the article that the product began with. */
class SourceArticleTest {
    /** R = [[1, 2, ?, ?], [2, ?, 3, 4], [?, 1, 2, ?]]; what is missing is 0 in the cosine. */
    private static final Interactions RATINGS = Interactions.collect(3, 4)
            .add(0, 0, 1)
            .add(0, 1, 2)
            .add(1, 0, 2)
            .add(1, 2, 3)
            .add(1, 3, 4)
            .add(2, 1, 1)
            .add(2, 2, 2)
            .build();

    private static final double TO_SECOND = 2 / Math.sqrt(5 * 29);
    private static final double TO_THIRD = 2 / Math.sqrt(5 * 5);

    private static float[] ofFirst(boolean normalised) {
        Model model = new UserKnn(3, 0, Weighting.NONE, normalised, false).fit(RATINGS, Progress.NONE);
        float[] scores = new float[4];
        model.score(RATINGS.history(0), scores);
        return scores;
    }

    @Test
    void thePlainFormIsTheSumOverTheOthers() {
        float[] predicted = ofFirst(false);

        // The person is among the neighbours too, but has neither item, so the sum is over the others.
        assertThat((double) predicted[2]).isCloseTo(3 * TO_SECOND + 2 * TO_THIRD, within(1e-6));
        assertThat((double) predicted[3]).isCloseTo(4 * TO_SECOND, within(1e-6));
        assertThat((double) predicted[2]).isCloseTo(1.2983, within(5e-5));
        assertThat((double) predicted[3]).isCloseTo(0.6644, within(5e-5));
    }

    @Test
    void theNormalisedFormIsAMeanOfRatings() {
        float[] predicted = ofFirst(true);

        assertThat((double) predicted[2])
                .isCloseTo((3 * TO_SECOND + 2 * TO_THIRD) / (TO_SECOND + TO_THIRD), within(1e-6));
        assertThat(predicted[3]).isEqualTo(4);
    }

    @Test
    void theMetricsOfTheArticleAreWhatTheirNamesSay() {
        // Of five items, two people were shown two each: one hit among three that were right, and three items shown.
        Catalogue catalogue = Catalogue.of(new int[] {4, 2, 1, 1, 0}, 4);
        Interactions attributes = Interactions.collect(5, 3)
                .add(0, 0, 1)
                .add(0, 1, 1)
                .add(1, 0, 1)
                .add(2, 2, 1)
                .build();
        List<JudgedList> lists = List.of(
                JudgedList.of(new int[] {0, 1}, new int[] {1, 3}), JudgedList.of(new int[] {0, 2}, new int[] {4}));

        Map<String, Outcome> found = new Evaluation(catalogue, ItemTraits.NONE.withSets(ItemSets.of(attributes)), 20, 1)
                .of(lists, new int[] {2});

        // On the right side of shown and taken are 3 of 5 items for the first, 2 of 5 for the second.
        assertThat(value(found, "accuracy@2")).isCloseTo((0.6 + 0.4) / 2, within(1e-12));
        assertThat(value(found, "recall@2")).isCloseTo((0.5 + 0) / 2, within(1e-12));
        assertThat(value(found, "coverage@2")).isCloseTo(3 / 5.0, within(1e-12));
        // −log2 of the share of people: 0 for item 0, 1 for item 1, 2 for item 2.
        assertThat(value(found, "novelty@2")).isCloseTo((0.5 + 1) / 2, within(1e-12));
        // Items 0 and 1 share one of two attributes, items 0 and 2 none.
        assertThat(value(found, "ild_jaccard@2")).isCloseTo((0.5 + 1) / 2, within(1e-12));

        Map<String, Outcome> rates =
                ResponseRates.of(List.of(new Response(10, 2, 1, 5), new Response(10, 0, 0, 0)), 20, 1);
        assertThat(value(rates, "ctr")).isCloseTo(0.1, within(1e-12));
        assertThat(value(rates, "conversion_rate")).isCloseTo(0.5, within(1e-12));
    }

    private static double value(Map<String, Outcome> found, String name) {
        return ((Estimate) found.get(name)).value();
    }
}
