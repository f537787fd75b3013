package dev.aisle.recommender.serving.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.catalog.ReasonCode;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.serving.domain.Group.Kind;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Recommendations.Item;
import dev.aisle.recommender.serving.domain.Recommendations.NonPersonal;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final TrainedModel MODEL = SmallShop.model(60);
    private static final Group GERMANY = new Group(Kind.COUNTRY, "DE");
    private static final Group PHONES = new Group(Kind.DEVICE, "mobile");
    private static final Group FRANCE = new Group(Kind.COUNTRY, "FR");
    private static final Recent RECENT = new Recent(
            List.of("t1", "b9", "b8"),
            Map.of("t1", 90, "b9", 30, "b8", 25),
            145,
            Map.of(GERMANY, of("b9", 30), PHONES, of("b8", 25)));

    private final ShopView shop = new SmallShop().view(MODEL, null, RECENT);

    private static Recent of(String id, int people) {
        return new Recent(List.of(id), Map.of(id, people), people);
    }

    @Test
    void whatIsPopularInTheCountryIsInTheListAndSaysSo() {
        assertThat(first(Locale.ENGLISH, GERMANY).product().productId()).isEqualTo("b9");
        assertThat(textOf("b9", trending(Locale.ENGLISH, GERMANY))).isEqualTo("Popular in Germany");
        assertThat(textOf("b9", trending(Locale.CHINESE, GERMANY))).isEqualTo("德国的热门商品");
        assertThat(textOf("b8", trending(Locale.ENGLISH, PHONES))).isEqualTo("Popular on phones");
    }

    @Test
    void tooFewPeopleOfACountryGiveTheListOfTheWholeShopAndANote() {
        assertThat(first(Locale.ENGLISH, FRANCE).reason().code()).isEqualTo(ReasonCode.POPULAR);
        assertThat(GroupNotes.of(List.of(FRANCE, GERMANY), NonPersonal.NO_SUBJECT, RECENT))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).startsWith("Too few people of country FR"));
    }

    @Test
    void whoRefusedPersonalisationGetsNothingOfTheCountry() {
        Audience refused = Audience.anybody(NonPersonal.NO_CONSENT);

        assertThat(list(refused, Locale.ENGLISH, GERMANY).productIds())
                .isEqualTo(list(refused, Locale.ENGLISH, FRANCE).productIds());
        assertThat(GroupNotes.of(List.of(GERMANY), NonPersonal.NO_CONSENT, RECENT))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).contains("isn't used"));
    }

    @Test
    void trendingInACountryIsWhatItsPeopleDealWith() {
        Item first = trending(Locale.ENGLISH, GERMANY).items().getFirst();

        assertThat(first.product().productId()).isEqualTo("b9");
        assertThat(first.reason().code()).isEqualTo(ReasonCode.POPULAR_IN_COUNTRY);
        assertThat(trending(Locale.ENGLISH, FRANCE).productIds())
                .isEqualTo(trending(Locale.ENGLISH).productIds());
    }

    @Test
    void aValueIsReadWhicheverWayItIsWrittenAndNoOther() {
        assertThat(Kind.COUNTRY.group("de")).contains(GERMANY);
        assertThat(Kind.DEVICE.group("MOBILE")).contains(PHONES);
        assertThat(Kind.COUNTRY.group("Germany")).isEmpty();
        assertThat(Kind.DEVICE.group("toaster")).isEmpty();
        assertThat(Kind.of("weather")).isEmpty();
    }

    private Item first(Locale locale, Group group) {
        return list(Audience.anybody(NonPersonal.NO_SUBJECT), locale, group)
                .items()
                .getFirst();
    }

    private static String textOf(String id, Recommendations list) {
        return list.items().stream()
                .filter(item -> item.product().productId().equals(id))
                .map(item -> item.reason().text())
                .findFirst()
                .orElseThrow();
    }

    private Recommendations list(Audience audience, Locale locale, Group group) {
        RecommendQuery query = new RecommendQuery(
                new Visit("", "home", List.of(), List.of(), Set.of(), List.of(group)),
                5,
                ItemFilter.NONE,
                Reranking.NONE,
                Page.first(),
                new Shape(true, locale));
        return made(PersonalPlan.of(query, audience, shop, Deadline.in(Duration.ofMinutes(1))));
    }

    private Recommendations trending(Locale locale, Group... groups) {
        ItemQuery query =
                new ItemQuery(List.of(), 5, ItemFilter.NONE, Page.first(), new Shape(true, locale), List.of(groups));
        return made(ItemPlan.trending(query, shop, Deadline.in(Duration.ofMinutes(1))));
    }

    private static Recommendations made(Plan plan) {
        return new Pipeline(Gatherer.inTurn(), Scale.shareOfBest()).make(plan);
    }
}
