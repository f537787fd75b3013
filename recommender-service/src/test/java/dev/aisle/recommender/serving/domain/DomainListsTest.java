package dev.aisle.recommender.serving.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.domains.Domains;
import dev.aisle.platform.domains.PackFiles;
import dev.aisle.platform.domains.ReasonKeys;
import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.DomainRule;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.catalog.ItemTraits;
import dev.aisle.recommender.catalog.ReasonCode;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Recommendations.Item;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Teas and bikes beside films; who likes teas sees f0 … f4, who likes bikes f5 … f9. */
class DomainListsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    private static final TrainedModel MODEL = model();
    private static final Domains DOMAINS = new PackFiles(Optional.empty()).domains(List.of("media"), Domains.SHOP);

    private final SmallShop shop = new SmallShop();

    @BeforeEach
    void films() {
        for (int film = 0; film < 10; film++) {
            film("f" + film, Map.of());
        }
    }

    @Test
    void aListHasProductsOfItsDomainOnly() {
        assertThat(ids("media", List.of())).hasSize(10).allMatch(id -> id.startsWith("f"));
        assertThat(ids("shop", List.of())).hasSize(20).noneMatch(id -> id.startsWith("f"));
    }

    @Test
    void whatSomebodyDidElsewhereLeadsWhoIsNewHereAndIsNamedInTheWordsOfThere() {
        List<Item> teas = list("media", elsewhere("t1", "t2", "t3")).items();
        List<Item> bikes = list("media", elsewhere("b1", "b2", "b3")).items();

        assertThat(first(teas)).isSubsetOf("f0", "f1", "f2", "f3", "f4");
        assertThat(first(bikes)).isSubsetOf("f5", "f6", "f7", "f8", "f9");
        assertThat(teas.getFirst().reason().text()).startsWith("Because you bought Tea");
    }

    @Test
    void aCauseInTheSameDomainIsNamedInItsPacksWords() {
        Item first = list("media", List.of(new PastInteraction("f7", InteractionType.VIEW, Instant.now())))
                .items()
                .getFirst();

        assertThat(first.reason().text()).startsWith("Because you watched Film f7");
    }

    @Test
    void whatWasDoneHereOutweighsWhatWasDoneElsewhere() {
        Signals signals = Signals.of(
                List.of(),
                List.of(),
                List.of(
                        new PastInteraction("t1", InteractionType.VIEW, Instant.now(), true),
                        new PastInteraction("f7", InteractionType.VIEW, Instant.now())));

        assertThat(signals.all()).extracting(Signal::productId).containsExactly("f7", "t1");
        assertThat(signals.all().getLast().weight())
                .isLessThan(signals.all().getFirst().weight() / 2);
        assertThat(signals.onlyElsewhere()).isFalse();
    }

    @Test
    void aCartOfAnotherDomainCountsOnlyForWhomTasteMayBeCarried() {
        assertThat(beside(List.of("t1", "t2"), new Audience(null, List.of())))
                .isEqualTo(beside(List.of(), new Audience(null, List.of())));
        assertThat(beside(List.of("t1", "t2"), new Audience(null, List.of(), true)))
                .isNotEqualTo(beside(List.of(), new Audience(null, List.of(), true)));
    }

    @Test
    void whatWasFinishedOrRatedNeverComesAgainWhereThePackSaysSo() {
        List<PastInteraction> seen = new ArrayList<>();
        for (int tea = 0; tea < 10; tea++) {
            seen.add(new PastInteraction("t" + tea, InteractionType.VIEW, daysAgo(1)));
        }
        for (int days = 10; days <= 30; days += 10) {
            seen.add(new PastInteraction("f1", InteractionType.PURCHASE, daysAgo(days)));
        }
        seen.add(new PastInteraction("f2", InteractionType.REVIEW, daysAgo(100)));

        assertThat(ids(rule(true, "", 0, "", ""), seen)).doesNotContain("f1", "f2");
        assertThat(ids(rule(false, "", 0, "", ""), seen)).contains("f1", "f2");
    }

    @Test
    void whatIsForOlderPeopleOrOutsideItsDaysIsNotShown() {
        film("f0", Map.of("age", "16"));
        film("f1", Map.of("age", "12.0"));
        film("f2", Map.of("age", "unrated"));
        film("f3", Map.of("until", "2026-11-25"));
        film("f4", Map.of("until", "2026-11-26"));
        film("f5", Map.of("from", "2026-11-27"));

        assertThat(ids(rule(false, "age", 12, "from", "until"), List.of()))
                .doesNotContain("f0", "f3", "f5")
                .contains("f1", "f2", "f4");
        assertThat(ids(rule(false, "age", Integer.MAX_VALUE, "", ""), List.of()))
                .contains("f0", "f3", "f5");
    }

    @Test
    void aPackMayWordEveryReasonAndNothingElse() {
        Set<String> keys =
                Arrays.stream(ReasonCode.values()).map(ReasonCode::textKey).collect(Collectors.toSet());

        assertThat(ReasonKeys.ALL).containsExactlyInAnyOrderElementsOf(keys);
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    private static List<PastInteraction> elsewhere(String... ids) {
        return Arrays.stream(ids)
                .map(id -> new PastInteraction(id, InteractionType.PURCHASE, Instant.now(), true))
                .toList();
    }

    private static List<String> first(List<Item> items) {
        return items.stream().limit(3).map(item -> item.product().productId()).toList();
    }

    private static DomainRule rule(boolean never, String age, int greatest, String from, String until) {
        return new DomainRule("media", never, age, greatest, from, until, TODAY);
    }

    private void film(String id, Map<String, String> attributes) {
        ItemTraits traits = new ItemTraits(null, ItemTraits.UNKNOWN_STOCK, 0, "", attributes, "media");
        shop.add(id, "Film " + id, List.of("Drama"), "Studio", 100, Sale.NOW, traits);
    }

    private List<String> ids(String domain, List<PastInteraction> history) {
        return list(domain, history).productIds();
    }

    private Recommendations list(String domain, List<PastInteraction> history) {
        return list(DomainRule.of(domain), List.of(), new Audience(null, history, true));
    }

    private List<String> ids(DomainRule rule, List<PastInteraction> history) {
        return list(rule, List.of(), new Audience(null, history)).productIds();
    }

    private List<String> beside(List<String> cart, Audience audience) {
        return list(DomainRule.of("media"), cart, audience).productIds();
    }

    private Recommendations list(DomainRule rule, List<String> cart, Audience audience) {
        RecommendQuery query = new RecommendQuery(
                new Visit("", "home", List.of(), cart, Set.of(), List.of()),
                30,
                ItemFilter.NONE.in(rule),
                Reranking.NONE,
                Page.first(),
                new Shape(true, Locale.ENGLISH));
        Plan plan = PersonalPlan.of(query, audience, shop.view(MODEL), Deadline.in(Duration.ofMinutes(1)));
        return new Pipeline(Gatherer.inTurn(), Scale.shareOfBest(), DOMAINS).make(plan);
    }

    private static TrainedModel model() {
        TrainingSetBuilder rows = new TrainingSetBuilder();
        for (int person = 0; person < 60; person++) {
            String kind = person % 2 == 0 ? "t" : "b";
            int firstFilm = person % 2 == 0 ? 0 : 5;
            for (int n = 0; n < 4; n++) {
                rows.add("u" + person, kind + (person / 2 + n) % 10, "s" + n, 5, 1_000_000L * n + person);
                rows.add("u" + person, "f" + (firstFilm + (person / 2 + n) % 5), "m" + n, 4, 2_000_000L * n + person);
            }
        }
        return new Learning()
                .fit(
                        rows.build(),
                        Long.MAX_VALUE,
                        new Name("v1", Instant.ofEpochMilli(1_000)),
                        new TrainingProgress(),
                        new Span("fitting", 0, 1));
    }
}
