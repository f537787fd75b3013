package dev.aisle.recommender.serving.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.KnowingNetwork;
import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.catalog.ReasonCode;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.choice.PlacementChoice;
import dev.aisle.recommender.models.domain.Mix;
import dev.aisle.recommender.models.domain.NamedMix;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.serving.domain.Explanation.Contribution;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Recommendations.Item;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A model serves with the mix that was chosen for the placement. */
class ChosenMixTest {
    private static final TrainedModel PLAIN = SmallShop.model(40);
    private static final int ITEMS = PLAIN.itemCount();
    private static final TrainedModel MODEL = PLAIN.with(KnowingNetwork.of(ITEMS, item -> (item + 7) % ITEMS), "")
            .with(new ChoiceReport(
                    List.of(new PlacementChoice(
                            "product",
                            new NamedMix("network", new Mix(0, 0, 0, 0, 0, 0.01f, 1)),
                            "ndcg@20",
                            0,
                            null,
                            null,
                            Map.of(),
                            "in a test")),
                    "a test"));
    private static final Pipeline PIPELINE = new Pipeline(Gatherer.inTurn(), Scale.shareOfBest());

    private final SmallShop shop = new SmallShop();

    @Test
    void theNetworkMakesTheListWhereItWonAndIsCalledByItsName() {
        Item first = PIPELINE.make(plan(List.of("t1"), Locale.ENGLISH)).items().getFirst();

        assertThat(first.product().productId()).isEqualTo(after("t1"));
        assertThat(first.source()).isEqualTo(Source.NETWORK);
        assertThat(first.sourceLabel()).isEqualTo("gru4rec");
        assertThat(first.reason().code()).isEqualTo(ReasonCode.COMES_NEXT);
        assertThat(first.reason().text()).isEqualTo("Often looked at after Tea 1");
        assertThat(first.reason().causes()).containsExactly("t1");
    }

    @Test
    void theReasonIsTranslated() {
        Item first = PIPELINE.make(plan(List.of("t1"), Locale.CHINESE)).items().getFirst();

        assertThat(first.reason().text()).isEqualTo("看过“Tea 1”后，顾客接下来常看它");
    }

    @Test
    void elsewhereTheUsualMixServesAndTheNetworkIsNotAsked() {
        assertThat(PIPELINE.make(plan(List.of(), Locale.ENGLISH)).items())
                .isNotEmpty()
                .noneMatch(item -> item.source() == Source.NETWORK);
    }

    @Test
    void anExplanationNamesTheNetworksShare() {
        Plan plan = plan(List.of("t1"), Locale.ENGLISH);

        Explanation explanation = new Explainer(Gatherer.inTurn(), Scale.shareOfBest())
                .of(shop.get(after("t1")), plan, PIPELINE.make(plan));

        Contribution greatest = explanation.contributions().getFirst();
        assertThat(greatest.source()).isEqualTo("gru4rec");
        assertThat(greatest.causeProductId()).isEqualTo("t1");
        assertThat(greatest.share()).isGreaterThan(0.9);
    }

    private static String after(String id) {
        return PLAIN.productIds()[(PLAIN.indexOf(id) + 7) % ITEMS];
    }

    private Plan plan(List<String> page, Locale locale) {
        RecommendQuery query = new RecommendQuery(
                new Visit("", "somewhere", page, List.of(), Set.of(), List.of()),
                5,
                ItemFilter.NONE,
                Reranking.NONE,
                Page.first(),
                new Shape(true, locale));
        Audience audience = new Audience(null, List.of(new PastInteraction("b3", InteractionType.VIEW)));
        return PersonalPlan.of(query, audience, shop.view(MODEL), Deadline.in(Duration.ofMinutes(1)));
    }
}
