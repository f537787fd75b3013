package dev.aisle.recommender.serving.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.catalog.ReasonCode;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Recommendations.Item;
import dev.aisle.recommender.serving.domain.Recommendations.NonPersonal;
import dev.aisle.recommender.serving.domain.Reranking.Diversity;
import dev.aisle.recommender.serving.domain.Reranking.Fairness;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonalListTest {
    private static final TrainedModel MODEL = SmallShop.model(60);
    private static final Reranking WITH_PURCHASED = new Reranking(Diversity.NONE, Caps.USUAL, Fairness.NONE, 0, true);

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
                new Visit("", "home", List.of(), List.of("t4"), Set.of("t5"), List.of()),
                20,
                ItemFilter.NONE,
                Reranking.USUAL,
                Page.first(),
                english());

        List<String> shown = ids(list(query, bought("t3")));

        assertThat(shown).doesNotContain("t3", "t4", "t5").hasSize(17);
    }

    @Test
    void whatWasJustViewedIsNotShownAgain() {
        assertThat(ids(list(query(), viewed("t3", "b3")))).doesNotContain("t3", "b3");
    }

    @Test
    void whatWasBoughtIsShownWhenAskedFor() {
        RecommendQuery query =
                new RecommendQuery(Visit.of("", "home"), 20, ItemFilter.NONE, WITH_PURCHASED, Page.first(), english());

        assertThat(ids(list(query, bought("t3")))).contains("t3");
    }

    @Test
    void besideACartStandsWhatWasBoughtWithIt() {
        RecommendQuery query = new RecommendQuery(
                new Visit("", "cart", List.of(), List.of("b4"), Set.of(), List.of()),
                5,
                ItemFilter.NONE,
                Reranking.NONE,
                Page.first(),
                english());

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
                new Visit("", "product", List.of("t2"), List.of("b2"), Set.of(), List.of()),
                4,
                ItemFilter.NONE,
                Reranking.NONE,
                Page.first(),
                english());

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
                Visit.of("", "home"),
                3,
                ItemFilter.NONE,
                Reranking.USUAL,
                Page.first(),
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
                made(query(), new Audience(null, List.of()), shop.view(null, null, lately("b7", "unknown", "t1")));

        assertThat(list.reason()).isEqualTo(NonPersonal.NO_MODEL);
        assertThat(list.modelVersion()).isEmpty();
        assertThat(ids(list)).startsWith("b7", "t1").hasSize(6);
    }

    private Recommendations list(RecommendQuery query, Audience audience) {
        return made(query, audience, shop.view(MODEL));
    }

    private static Recommendations made(RecommendQuery query, Audience audience, ShopView view) {
        return new Pipeline(Gatherer.inTurn(), Scale.shareOfBest())
                .make(PersonalPlan.of(query, audience, view, Deadline.in(Duration.ofMinutes(1))));
    }

    /** The first was dealt with by most people. */
    private static Recent lately(String... ids) {
        Map<String, Integer> people = new HashMap<>();
        for (String id : ids) {
            people.put(id, ids.length - people.size());
        }
        return new Recent(List.of(ids), people, people.size());
    }

    private static RecommendQuery query() {
        return new RecommendQuery(Visit.of("", "home"), 6, ItemFilter.NONE, Reranking.USUAL, Page.first(), english());
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
