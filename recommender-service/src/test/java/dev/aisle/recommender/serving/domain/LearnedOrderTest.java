package dev.aisle.recommender.serving.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.ranking.TreeEnsemble;
import dev.aisle.algorithms.ranking.TreeEnsemble.Nodes;
import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.ranking.FeatureNames;
import dev.aisle.recommender.models.ranking.LearnedRanker;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Recommendations.Item;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedOrderTest {
    private static final TrainedModel MODEL = SmallShop.model(60);
    private static final int ALL = 20;
    private static final int STUMPS = 1_000;
    private static final float STEP = 2f / STUMPS;

    private final SmallShop shop = new SmallShop();

    @Test
    void theOrderIsThatOfTheTreesAndTheScoresAreThoseOfTheBlend() {
        Recommendations blend = list(MODEL);
        Recommendations learned = list(MODEL.with(worstFirst(FeatureNames.VERSION)));

        assertThat(ids(learned)).containsExactlyInAnyOrderElementsOf(ids(blend)).isNotEqualTo(ids(blend));
        List<Float> byBlend = ids(learned).stream()
                .map(id -> scores(blend).get(ids(blend).indexOf(id)))
                .filter(score -> score > 0)
                .toList();
        assertThat(byBlend).hasSizeGreaterThan(10);
        for (int place = 1; place < byBlend.size(); place++) {
            assertThat(byBlend.get(place)).isGreaterThanOrEqualTo(byBlend.get(place - 1) - STEP);
        }
        assertThat(scores(learned)).isSortedAccordingTo(Comparator.reverseOrder());
        for (int place = 0; place < byBlend.size(); place++) {
            assertThat(scores(learned).get(place)).isCloseTo(scores(blend).get(place), within(1e-5f));
        }
    }

    @Test
    void reasonsNameTheSourceThatTheProductIsOwedTo() {
        Recommendations blend = list(MODEL);
        Recommendations learned = list(MODEL.with(worstFirst(FeatureNames.VERSION)));

        for (Item item : learned.items()) {
            Item before = blend.items().get(ids(blend).indexOf(item.product().productId()));
            assertThat(item.source()).isEqualTo(before.source());
            assertThat(item.reason()).isEqualTo(before.reason());
        }
    }

    @Test
    void theAnswerNamesTheRanker() {
        assertThat(list(MODEL.with(worstFirst(FeatureNames.VERSION))).policyVersion())
                .isEqualTo("lambdamart-test");
        assertThat(list(MODEL).policyVersion()).isEmpty();
    }

    @Test
    void aRankerOfOtherFeaturesIsLeftOutAndNamed() {
        Recommendations blend = list(MODEL);
        Recommendations learned = list(MODEL.with(worstFirst("of another version")));

        assertThat(ids(learned)).isEqualTo(ids(blend));
        assertThat(learned.policyVersion()).isEmpty();
        assertThat(learned.notes()).singleElement().satisfies(note -> {
            assertThat(note.stage()).isEqualTo("ranker");
            assertThat(note.text()).contains("lambdamart-test", "other features");
        });
    }

    /** Stumps on what the blend says: the more, the less. */
    private static LearnedRanker worstFirst(String features) {
        int blend = FeatureNames.ALL.indexOf(FeatureNames.BLEND);
        int[] roots = new int[STUMPS];
        int[] feature = new int[3 * STUMPS];
        float[] value = new float[3 * STUMPS];
        int[] left = new int[3 * STUMPS];
        int[] right = new int[3 * STUMPS];
        for (int stump = 0; stump < STUMPS; stump++) {
            int root = 3 * stump;
            roots[stump] = root;
            feature[root] = blend;
            feature[root + 1] = TreeEnsemble.LEAF;
            feature[root + 2] = TreeEnsemble.LEAF;
            value[root] = STEP * stump;
            value[root + 1] = 1;
            left[root] = root + 1;
            right[root] = root + 2;
        }
        TreeEnsemble trees = new TreeEnsemble(
                FeatureNames.ALL.size(), 0, roots, new Nodes(feature, value, left, right, left.clone()));
        return new LearnedRanker("lambdamart-test", features, FeatureNames.ALL, trees, Map.of());
    }

    private Recommendations list(TrainedModel model) {
        RecommendQuery query = new RecommendQuery(
                Visit.of("", "home"),
                ALL,
                ItemFilter.NONE,
                Reranking.NONE,
                Page.first(),
                new Shape(true, Locale.ENGLISH));
        Audience audience = new Audience(null, List.of(new PastInteraction("t3", InteractionType.VIEW)));
        return new Pipeline(Gatherer.inTurn(), Scale.shareOfBest())
                .make(PersonalPlan.of(query, audience, shop.view(model), Deadline.in(Duration.ofMinutes(1))));
    }

    private static List<String> ids(Recommendations list) {
        return list.items().stream().map(item -> item.product().productId()).toList();
    }

    private static List<Float> scores(Recommendations list) {
        return list.items().stream().map(Item::score).toList();
    }
}
