package dev.aisle.recommender.serving.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.interactions.domain.InteractionType;
import dev.aisle.recommender.interactions.domain.PastInteraction;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Recommendations.Item;
import dev.aisle.recommender.serving.domain.Recommendations.NonPersonal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonalListTest {
    private static final TrainedModel MODEL = SmallShop.model(60);

    private final SmallShop shop = new SmallShop();

    @Test
    void aViewLeadsToItsLikeAndIsNamedAsTheCause() {
        Recommendations list = list(query(), viewed("t3"));

        assertThat(list.personalized()).isTrue();
        assertThat(list.reason()).isNull();
        assertThat(list.stage()).isEqualTo("user");
        assertThat(ids(list).subList(0, 3)).allMatch(id -> id.startsWith("t"));
        Reason reason = list.items().getFirst().reason();
        assertThat(reason.code()).isEqualTo(ReasonCode.BECAUSE_VIEWED);
        assertThat(reason.text()).isEqualTo("Because you viewed Tea 3");
        assertThat(reason.causes()).containsExactly("t3");
    }

    @Test
    void theNewestInteractionCountsMost() {
        List<String> teaLast = ids(list(query(), viewed("t3", "b3")));
        List<String> bikeLast = ids(list(query(), viewed("b3", "t3")));

        assertThat(teaLast.getFirst()).startsWith("t");
        assertThat(bikeLast.getFirst()).startsWith("b");
    }

    @Test
    void whatWasBoughtAndWhatLiesInTheCartIsNotShownAgain() {
        RecommendQuery query = new RecommendQuery(
                "", "home", 20, List.of(), List.of("t4"), Set.of("t5"), ItemFilter.NONE, Caps.USUAL, false, english());

        List<String> shown = ids(list(query, bought("t3")));

        assertThat(shown).doesNotContain("t3", "t4", "t5").hasSize(17);
    }

    @Test
    void whatWasJustViewedIsNotShownAgain() {
        assertThat(ids(list(query(), viewed("t3", "b3")))).doesNotContain("t3", "b3");
    }

    @Test
    void whatWasBoughtIsShownWhenAskedFor() {
        RecommendQuery query = new RecommendQuery(
                "", "home", 20, List.of(), List.of(), Set.of(), ItemFilter.NONE, Caps.USUAL, true, english());

        assertThat(ids(list(query, bought("t3")))).contains("t3");
    }

    @Test
    void besideACartStandsWhatWasBoughtWithIt() {
        RecommendQuery query = new RecommendQuery(
                "", "cart", 5, List.of(), List.of("b4"), Set.of(), ItemFilter.NONE, Caps.NONE, false, english());

        Item first = list(query, new Audience(null, List.of())).items().getFirst();

        assertThat(first.product().productId()).isIn("b2", "b3", "b5", "b6");
        assertThat(first.reason().code()).isEqualTo(ReasonCode.BOUGHT_WITH);
        assertThat(first.reason().text()).isEqualTo("Often bought with Bike 4");
    }

    @Test
    void withoutAHistoryTheListIsPopular() {
        Recommendations list = list(query(), new Audience(null, List.of()));

        assertThat(list.personalized()).isFalse();
        assertThat(list.reason()).isEqualTo(NonPersonal.NO_HISTORY);
        assertThat(list.stage()).isEqualTo("popularity");
        assertThat(list.items()).hasSize(6);
        assertThat(list.items().getFirst().reason().text()).isEqualTo("Popular now");
    }

    @Test
    void withoutConsentThePageCountsButNotTheCart() {
        RecommendQuery query = new RecommendQuery(
                "", "product", 4, List.of("t2"), List.of("b2"), Set.of(), ItemFilter.NONE, Caps.NONE, false, english());

        Recommendations list = list(query, Audience.anybody(NonPersonal.NO_CONSENT));

        assertThat(list.personalized()).isFalse();
        assertThat(list.reason()).isEqualTo(NonPersonal.NO_CONSENT);
        assertThat(list.stage()).isEqualTo("item");
        assertThat(ids(list)).allMatch(id -> id.startsWith("t"));
        assertThat(list.items().getFirst().reason().text()).isEqualTo("Similar to Tea 2");
    }

    @Test
    void reasonsAreInTheLanguageAskedFor() {
        RecommendQuery query = new RecommendQuery(
                "",
                "home",
                3,
                List.of(),
                List.of(),
                Set.of(),
                ItemFilter.NONE,
                Caps.USUAL,
                false,
                new Shape(true, Locale.forLanguageTag("zh-CN")));

        assertThat(list(query, viewed("t3")).items().getFirst().reason().text()).isEqualTo("因为您浏览过“Tea 3”");
    }

    @Test
    void noCategoryTakesMoreThanItsShareWhileThereAreOthers() {
        List<String> shown = ids(list(query(), viewed("t3")));

        assertThat(shown).hasSize(6);
        assertThat(shown.stream().filter(id -> id.startsWith("t"))).hasSize(3);
    }

    @Test
    void withoutAModelTheRankingIsServedAndSaysSo() {
        Recommendations list =
                new PopularList(shop, List.of("b7", "unknown", "t1")).of(query(), new Audience(null, List.of()));

        assertThat(list.reason()).isEqualTo(NonPersonal.NO_MODEL);
        assertThat(list.modelVersion()).isEmpty();
        assertThat(ids(list)).startsWith("b7", "t1").hasSize(6);
    }

    private Recommendations list(RecommendQuery query, Audience audience) {
        return new PersonalList(query, audience, shop.view(MODEL)).make();
    }

    private static RecommendQuery query() {
        return new RecommendQuery(
                "", "home", 6, List.of(), List.of(), Set.of(), ItemFilter.NONE, Caps.USUAL, false, english());
    }

    private static Shape english() {
        return new Shape(true, Locale.ENGLISH);
    }

    private static Audience viewed(String... newestFirst) {
        return new Audience(
                null,
                List.of(newestFirst).stream()
                        .map(id -> new PastInteraction(id, InteractionType.VIEW))
                        .toList());
    }

    private static Audience bought(String id) {
        return new Audience(null, List.of(new PastInteraction(id, InteractionType.PURCHASE)));
    }

    private static List<String> ids(Recommendations list) {
        return list.items().stream().map(item -> item.product().productId()).toList();
    }
}
