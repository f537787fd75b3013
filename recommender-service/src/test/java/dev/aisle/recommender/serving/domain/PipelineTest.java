package dev.aisle.recommender.serving.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.catalog.ItemFilter.PriceRange;
import dev.aisle.recommender.catalog.ItemTraits;
import dev.aisle.recommender.catalog.ReasonCode;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.serving.domain.Note.Why;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Recommendations.Item;
import dev.aisle.recommender.serving.domain.Recommendations.NonPersonal;
import dev.aisle.recommender.serving.domain.Reranking.Diversity;
import dev.aisle.recommender.serving.domain.Reranking.Diversity.Method;
import dev.aisle.recommender.serving.domain.Reranking.Fairness;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stages make of a list, in a shop of ten teas and ten bikes. */
class PipelineTest {
    private static final TrainedModel MODEL = SmallShop.model(60);
    private static final Audience NOBODY = new Audience(null, List.of());
    private static final Pipeline PIPELINE = new Pipeline(Gatherer.inTurn(), Scale.shareOfBest());

    private final SmallShop shop = new SmallShop();

    @ParameterizedTest
    @EnumSource(Method.class)
    void diversityBringsTheOtherCategoryForward(Method method) {
        Reranking plain = new Reranking(Diversity.NONE, Caps.NONE, Fairness.NONE, 0, false);
        Reranking mixed = new Reranking(new Diversity(0.7, method), Caps.NONE, Fairness.NONE, 0, false);

        List<String> byScore = ids(made(query(4, plain), viewed("t3")));
        List<String> diverse = ids(made(query(4, mixed), viewed("t3")));

        assertThat(byScore).allMatch(id -> id.startsWith("t"));
        assertThat(diverse).anyMatch(id -> id.startsWith("b"));
        assertThat(diverse.getFirst()).isEqualTo(byScore.getFirst());
    }

    @Test
    void capsOfBrandsAndPriceLevelsHoldWhileThereAreOthers() {
        Caps caps = new Caps(2, Integer.MAX_VALUE, 3);

        List<Item> list = made(query(5, new Reranking(Diversity.NONE, caps, Fairness.NONE, 0, false)), viewed("t3"))
                .items();

        // Teas cost 3.00 to 3.09 and bikes 300.00 to 300.09: one level each.
        assertThat(list).hasSize(5);
        assertThat(count(list, "Leaf")).isLessThanOrEqualTo(2);
        assertThat(count(list, "Cup")).isLessThanOrEqualTo(2);
        assertThat(list.stream().filter(item -> item.product().productId().startsWith("t")))
                .hasSize(3);
    }

    private static long count(List<Item> list, String brand) {
        return list.stream()
                .filter(item -> item.product().brand().equals(brand))
                .count();
    }

    @Test
    void ofVariantsThereIsOneInAList() {
        ItemTraits variant = new ItemTraits(null, ItemTraits.UNKNOWN_STOCK, 0, "pot", Map.of());
        for (int i = 2; i < 5; i++) {
            shop.add("t" + i, "Tea " + i, List.of("Grocery", "Tea"), "Leaf", 300, Sale.NOW, variant);
        }

        List<String> list = ids(made(query(6, Reranking.USUAL), viewed("t1")));

        assertThat(list)
                .hasSize(6)
                .filteredOn(id -> List.of("t2", "t3", "t4").contains(id))
                .hasSize(1);
    }

    @Test
    void theLongTailHasItsShareOfEachBeginning() {
        ByPopularity popular = shop.view(MODEL).model().popular();
        Reranking half = new Reranking(Diversity.NONE, Caps.NONE, new Fairness(0.5, 0, 0), 0, false);

        List<Item> list = made(query(8, half), NOBODY).items();

        for (int k = 1; k <= 8; k++) {
            long tail = list.stream()
                    .limit(k)
                    .filter(item -> popular.isTail(MODEL.indexOf(item.product().productId())))
                    .count();
            assertThat(tail).isGreaterThanOrEqualTo(Math.min(k / 2, tailSize(popular)));
        }
    }

    private static long tailSize(ByPopularity popular) {
        return IntStream.of(popular.all()).filter(popular::isTail).count();
    }

    @Test
    void calibrationGivesBothInterestsTheirShare() {
        Reranking calibrated = new Reranking(Diversity.NONE, Caps.NONE, new Fairness(0, 0, 0.95), 0, false);

        List<String> list = ids(made(query(6, calibrated), viewed("t3", "t5", "b3", "t7", "b5")));

        assertThat(list.stream().filter(id -> id.startsWith("b"))).hasSizeBetween(2, 3);
    }

    @Test
    void explorationShowsNewProductsAndReportsTheChance() {
        for (int i = 0; i < 4; i++) {
            shop.add("n" + i, "New " + i, List.of("Grocery", "Tea"), "Leaf", 300, Sale.NOW);
        }
        Reranking exploring = new Reranking(Diversity.NONE, Caps.NONE, new Fairness(0, 0.25, 0), 0, false);

        List<Item> shown = new ArrayList<>();
        for (int request = 0; request < 400; request++) {
            shown.addAll(made(query(4, exploring), viewed("t3")).items());
        }

        assertThat(shown).allMatch(item -> item.propensity() > 0 && item.propensity() <= 1);
        List<Item> fresh = shown.stream()
                .filter(item -> item.product().productId().startsWith("n"))
                .toList();
        // 400 lists of four places at one in four: 400 expected, deviation 17.
        assertThat(fresh).hasSizeBetween(310, 490);
        assertThat(fresh).allMatch(item -> item.propensity() < 0.26);
        assertThat(fresh.getFirst().reason().code()).isEqualTo(ReasonCode.NEW);
    }

    @Test
    void theSameRequestIdShowsTheSame() {
        shop.add("n1", "New", List.of("Grocery", "Tea"), "Leaf", 300, Sale.NOW);
        shop.add("n2", "New", List.of("Grocery", "Tea"), "Leaf", 300, Sale.NOW);
        Reranking exploring = new Reranking(Diversity.NONE, Caps.NONE, new Fairness(0, 0.5, 0), 0, false);
        RecommendQuery query = query(6, exploring);

        assertThat(ids(made(query, viewed("t3")))).isEqualTo(ids(made(query, viewed("t3"))));
    }

    @Test
    void whatWasSeenStandsBackAndReturns() {
        Instant now = Instant.now();
        Reranking plain = new Reranking(Diversity.NONE, Caps.NONE, Fairness.NONE, 0, false);

        int unseen = placeOf("t4", plain, List.of());
        int today = placeOf("t4", plain, List.of(now));
        int longAgo = placeOf("t4", plain, List.of(now.minus(Duration.ofDays(365))));

        assertThat(today).isGreaterThan(longAgo);
        assertThat(longAgo).isLessThanOrEqualTo(unseen);
    }

    /** Eleven bikes or teas lie between, so that the view isn't of this moment. */
    private int placeOf(String id, Reranking reranking, List<Instant> seen) {
        List<PastInteraction> history = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            history.add(new PastInteraction(i % 2 == 0 ? "t3" : "b" + i, InteractionType.VIEW));
        }
        for (int i = 0; i < 10; i += 2) {
            history.add(new PastInteraction("b" + i, InteractionType.VIEW));
        }
        seen.forEach(at -> history.add(new PastInteraction(id, InteractionType.VIEW, at)));
        return ids(made(query(20, reranking), new Audience(null, history))).indexOf(id);
    }

    @Test
    void whatIsBoughtAgainAndAgainReturnsWhenItIsDue() {
        assertThat(ids(made(query(20, Reranking.USUAL), bought("t3", 10, 40, 70))))
                .doesNotContain("t3");

        Item due = made(query(5, Reranking.USUAL), bought("t3", 30, 60, 90)).items().stream()
                .filter(item -> item.product().productId().equals("t3"))
                .findFirst()
                .orElseThrow();

        assertThat(due.source()).isEqualTo(Source.DUE_AGAIN);
        assertThat(due.reason().text()).isEqualTo("Time to buy Tea 3 again?");
    }

    private static Audience bought(String id, int... daysAgo) {
        return new Audience(
                null,
                IntStream.of(daysAgo)
                        .mapToObj(days -> new PastInteraction(
                                id, InteractionType.PURCHASE, Instant.now().minus(Duration.ofDays(days))))
                        .toList());
    }

    @Test
    void whatRisesStandsHigher() {
        Reranking trend = new Reranking(Diversity.NONE, Caps.NONE, Fairness.NONE, 5, false);
        Recent b9 = new Recent(List.of("b9"), Map.of("b9", 200), 200);

        List<String> before = ids(made(query(20, trend), NOBODY));
        List<String> after = ids(made(query(20, trend), NOBODY, shop.view(MODEL, null, b9)));

        assertThat(after.indexOf("b9")).isLessThan(before.indexOf("b9"));
    }

    @Test
    void attributesFilter() {
        ItemTraits green = new ItemTraits(null, 3, 0, "", Map.of("colour", "green"));
        shop.add("t1", "Tea 1", List.of("Grocery", "Tea"), "Leaf", 300, Sale.NOW, green);
        ItemFilter filter =
                new ItemFilter(List.of(), Set.of(), PriceRange.ANY, false, Set.of(), Map.of("colour", "green"));

        assertThat(ids(made(query(5, Reranking.USUAL, filter, Page.first()), NOBODY)))
                .containsExactly("t1");
    }

    @Test
    void aFilterThatLeavesNothingSaysSo() {
        ItemFilter filter = new ItemFilter(List.of("Boats"), Set.of(), PriceRange.ANY, false, Set.of(), Map.of());

        Recommendations list = made(query(5, Reranking.USUAL, filter, Page.first()), NOBODY);

        assertThat(list.items()).isEmpty();
        assertThat(list.notes()).extracting(Note::why).containsExactly(Why.NOTHING_MATCHES);
    }

    @Test
    void pagesNeverRepeatAnItemAndEndTogetherWithTheShelf() {
        List<String> seen = new ArrayList<>();
        Page page = Page.first();
        Recommendations list;
        do {
            list = made(query(7, Reranking.USUAL, ItemFilter.NONE, page), viewed("t3"));
            seen.addAll(ids(list));
            page = Page.after(page.with(ids(list)), "");
        } while (list.more());

        assertThat(seen).doesNotHaveDuplicates().hasSize(19).doesNotContain("t3");
        assertThat(made(query(7, Reranking.USUAL, ItemFilter.NONE, page), viewed("t3"))
                        .notes())
                .extracting(Note::why)
                .containsExactly(Why.NOTHING_LEFT);
    }

    @Test
    void somebodyWithoutConsentGetsADiversePopularList() {
        Reranking mixed = new Reranking(new Diversity(0.7, Method.MMR), Caps.NONE, Fairness.NONE, 0, false);

        Recommendations list = made(query(4, mixed), Audience.anybody(NonPersonal.NO_CONSENT));

        assertThat(list.reason()).isEqualTo(NonPersonal.NO_CONSENT);
        assertThat(ids(list)).anyMatch(id -> id.startsWith("b")).anyMatch(id -> id.startsWith("t"));
    }

    @Test
    void anExplanationsSharesSumToOneAndNameTheViews() {
        Explanation explanation = explained("t4", viewed("t3", "t5"));

        assertThat(explanation.place()).isPositive();
        assertThat(explanation.obstacles()).isEmpty();
        assertThat(explanation.contributions().stream()
                        .mapToDouble(part -> part.share())
                        .sum())
                .isCloseTo(1, within(1e-6));
        assertThat(explanation.contributions())
                .extracting(part -> part.causeProductId())
                .contains("t3", "t5");
    }

    @Test
    void anExplanationSaysWhatIsInTheWay() {
        shop.add("t6", "Tea 6", List.of("Grocery", "Tea"), "Leaf", 300, Sale.NO);

        assertThat(obstacles("t6", NOBODY)).containsExactly(Explanation.Obstacle.Code.NOT_FOR_SALE);
        assertThat(obstacles("t3", viewed("t3"))).containsExactly(Explanation.Obstacle.Code.JUST_SEEN);
        assertThat(obstacles("t3", bought("t3", 1))).containsExactly(Explanation.Obstacle.Code.ALREADY_BOUGHT);
        assertThat(obstacles("t3", Audience.anybody(NonPersonal.NO_CONSENT)))
                .containsExactly(Explanation.Obstacle.Code.NO_CONSENT);
    }

    private List<Explanation.Obstacle.Code> obstacles(String id, Audience audience) {
        return explained(id, audience).obstacles().stream()
                .map(Explanation.Obstacle::code)
                .toList();
    }

    private Explanation explained(String id, Audience audience) {
        Plan plan = PersonalPlan.of(
                query(20, Reranking.USUAL), audience, shop.view(MODEL), Deadline.in(Duration.ofMinutes(1)));
        return new Explainer(Gatherer.inTurn(), Scale.shareOfBest()).of(shop.get(id), plan, PIPELINE.make(plan));
    }

    private Recommendations made(RecommendQuery query, Audience audience) {
        return made(query, audience, shop.view(MODEL));
    }

    private static Recommendations made(RecommendQuery query, Audience audience, ShopView view) {
        return PIPELINE.make(PersonalPlan.of(query, audience, view, Deadline.in(Duration.ofMinutes(1))));
    }

    private static RecommendQuery query(int size, Reranking reranking) {
        return query(size, reranking, ItemFilter.NONE, Page.first());
    }

    private static RecommendQuery query(int size, Reranking reranking, ItemFilter filter, Page page) {
        return new RecommendQuery(Visit.of("", "home"), size, filter, reranking, page, new Shape(true, Locale.ENGLISH));
    }

    private static Audience viewed(String... newestFirst) {
        return new Audience(
                null,
                Stream.of(newestFirst)
                        .map(id -> new PastInteraction(id, InteractionType.VIEW))
                        .toList());
    }

    private static List<String> ids(Recommendations list) {
        return list.productIds();
    }
}
