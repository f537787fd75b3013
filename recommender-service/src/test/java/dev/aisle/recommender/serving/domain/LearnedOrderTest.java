package dev.aisle.recommender.serving.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.ranking.TreeEnsemble;
import dev.aisle.algorithms.ranking.TreeEnsemble.Nodes;
import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.interactions.domain.InteractionType;
import dev.aisle.recommender.interactions.domain.PastInteraction;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.ranking.domain.LearnedRanker;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Recommendations.Item;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.rank.Features;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearnedOrderTest {
    private static final TrainedModel MODEL = SmallShop.model(60);
    private static final int ALL = 20;

    private final SmallShop shop = new SmallShop();

    @Test
    void theOrderIsThatOfTheTreesAndTheScoresAreThoseOfTheBlend() {
        Recommendations blend = list(MODEL);
        Recommendations learned = list(MODEL.with(worstFirst(Features.VERSION)));

        assertThat(ids(learned)).containsExactlyInAnyOrderElementsOf(ids(blend)).isNotEqualTo(ids(blend));
        assertThat(ids(learned).getFirst()).isEqualTo(ids(blend).getLast());
        assertThat(scores(learned)).isEqualTo(scores(blend)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void reasonsNameTheSourceThatTheProductIsOwedTo() {
        Recommendations blend = list(MODEL);
        Recommendations learned = list(MODEL.with(worstFirst(Features.VERSION)));

        for (Item item : learned.items()) {
            Item before = blend.items().get(ids(blend).indexOf(item.product().productId()));
            assertThat(item.source()).isEqualTo(before.source());
            assertThat(item.reason()).isEqualTo(before.reason());
        }
    }

    @Test
    void theAnswerNamesTheRanker() {
        assertThat(list(MODEL.with(worstFirst(Features.VERSION))).ranker()).isEqualTo("lambdamart-test");
        assertThat(list(MODEL).ranker()).isEmpty();
    }

    @Test
    void aRankerOfOtherFeaturesIsLeftOutAndNamed() {
        Recommendations blend = list(MODEL);
        Recommendations learned = list(MODEL.with(worstFirst("of another version")));

        assertThat(ids(learned)).isEqualTo(ids(blend));
        assertThat(learned.ranker()).isEmpty();
        assertThat(learned.notes()).singleElement().satisfies(note -> {
            assertThat(note.stage()).isEqualTo("ranker");
            assertThat(note.text()).contains("lambdamart-test", "other features");
        });
    }

    /** Stumps on what the blend says: the more, the less. */
    private static LearnedRanker worstFirst(String features) {
        int stumps = 1_000;
        int blend = Features.names().indexOf(Features.BLEND);
        int[] roots = new int[stumps];
        int[] feature = new int[3 * stumps];
        float[] value = new float[3 * stumps];
        int[] left = new int[3 * stumps];
        int[] right = new int[3 * stumps];
        for (int stump = 0; stump < stumps; stump++) {
            int root = 3 * stump;
            roots[stump] = root;
            feature[root] = blend;
            feature[root + 1] = TreeEnsemble.LEAF;
            feature[root + 2] = TreeEnsemble.LEAF;
            value[root] = 1.3f * stump / stumps;
            value[root + 1] = 1;
            left[root] = root + 1;
            right[root] = root + 2;
        }
        TreeEnsemble trees = new TreeEnsemble(
                Features.names().size(), 0, roots, new Nodes(feature, value, left, right, left.clone()));
        return new LearnedRanker("lambdamart-test", features, Features.names(), trees, Map.of());
    }

    private Recommendations list(TrainedModel model) {
        RecommendQuery query = new RecommendQuery(
                "",
                "home",
                ALL,
                List.of(),
                List.of(),
                Set.of(),
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
