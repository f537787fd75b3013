package dev.aisle.recommender.serving.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Recommendations.Item;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in which descriptions speak for products. */
class DescribedTest {
    private static final TrainedModel MODEL = SmallShop.model(60);

    private final SmallShop shop = new SmallShop();

    @ParameterizedTest
    @ValueSource(ints = {0, 3_000})
    void aNewProductIsFoundByItsDescriptionAndNamesTheCauseHoweverManyAreNew(int others) {
        shop.add("new", "Tea 11", List.of("Grocery", "Tea"), "Leaf", 300, Sale.NOW);
        for (int other = 0; other < others; other++) {
            shop.add("boat" + other, "Boat " + other, List.of("Sport", "Boats"), "Sail", 900_000, Sale.NOW);
        }

        Recommendations list = made(12, "t3", shop.view(MODEL, new LikeNames(shop), Recent.NOTHING));

        Item item = list.items().stream()
                .filter(found -> found.product().productId().equals("new"))
                .findFirst()
                .orElseThrow();
        assertThat(item.source()).isEqualTo(Source.CONTENT);
        assertThat(item.reason().text()).isEqualTo("Because you viewed Tea 3");
        assertThat(list.items())
                .filteredOn(found -> found.source() == Source.CONTENT)
                .hasSize(1);
    }

    @Test
    void withoutAModelDescriptionsMakeAPersonalList() {
        Recommendations list = made(4, "b3", shop.view(null, new LikeNames(shop), Recent.NOTHING));

        assertThat(list.productIds()).allMatch(id -> id.startsWith("b"));
        assertThat(list.personalized()).isTrue();
    }

    private static Recommendations made(int size, String viewed, ShopView view) {
        RecommendQuery query = new RecommendQuery(
                Visit.of("", "home"),
                size,
                ItemFilter.NONE,
                Reranking.NONE,
                Page.first(),
                new Shape(true, Locale.ENGLISH));
        Audience audience = new Audience(null, List.of(new PastInteraction(viewed, InteractionType.VIEW)));
        return new Pipeline(Gatherer.inTurn(), Scale.shareOfBest())
                .make(PersonalPlan.of(query, audience, view, Deadline.in(Duration.ofMinutes(1))));
    }
}
