package dev.aisle.recommender.serving.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.ranking.FeatureNames;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a learned ranker knows of likeness, session and context. */
class RankerFeaturesTest {
    private static final TrainedModel MODEL = SmallShop.model(60);
    private final SmallShop shop = new SmallShop();

    @Test
    void likenessIsToWhatTheSessionIsAbout() {
        Made made = made(List.of(), List.of());

        for (int place = 0; place < made.list().items().size(); place++) {
            String id = made.list().items().get(place).product().productId();
            float text = made.features().get(place)[at("text-likeness")];
            if (id.startsWith("t")) {
                assertThat(text).as(id).isEqualTo(0.9f);
            } else {
                assertThat(text).as(id).isNaN();
            }
            assertThat(made.features().get(place)[at("picture-likeness")]).isNaN();
        }
        assertThat(made.list().items()).isNotEmpty();
    }

    @Test
    void pageCartAndScreenAreKnown() {
        Made made = made(
                List.of("t1", "t2"), List.of(Group.Kind.DEVICE.group("mobile").orElseThrow()));

        float[] row = made.features().getFirst();

        assertThat(row[at("on-page")]).isEqualTo(2);
        assertThat(row[at("in-cart")]).isEqualTo(1);
        assertThat(row[at("small-screen")]).isEqualTo(1);
        assertThat(made(List.of(), List.of()).features().getFirst()[at("small-screen")])
                .isNaN();
    }

    private static int at(String name) {
        assertThat(FeatureNames.ALL).contains(name);
        return FeatureNames.ALL.indexOf(name);
    }

    private Made made(List<String> page, List<Group> groups) {
        RecommendQuery query = new RecommendQuery(
                new Visit("", "home", page, page.isEmpty() ? List.of() : List.of("b3"), Set.of(), groups),
                8,
                ItemFilter.NONE,
                Reranking.NONE,
                Page.first(),
                new Shape(true, Locale.ENGLISH));
        Audience audience = new Audience(null, List.of(new PastInteraction("t3", InteractionType.VIEW)));
        return new Pipeline(Gatherer.inTurn(), Scale.shareOfBest())
                .made(PersonalPlan.of(
                        query,
                        audience,
                        shop.view(MODEL, new LikeNames(shop), Recent.NOTHING),
                        Deadline.in(Duration.ofMinutes(1))));
    }
}
