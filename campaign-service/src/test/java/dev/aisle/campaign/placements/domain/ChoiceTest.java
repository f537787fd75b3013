package dev.aisle.campaign.placements.domain;

import static dev.aisle.campaign.campaigns.domain.CampaignExamples.crossSell;
import static dev.aisle.campaign.campaigns.domain.CampaignExamples.experiment;
import static dev.aisle.campaign.campaigns.domain.CampaignExamples.variation;
import static dev.aisle.campaign.campaigns.domain.CampaignExamples.welcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.contact.ContactPolicy;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.CampaignStatus;
import dev.aisle.campaign.people.Person;
import dev.aisle.campaign.placements.domain.Choice.HeldOut;
import dev.aisle.campaign.placements.domain.Choice.NoCampaign;
import dev.aisle.campaign.placements.domain.Choice.Offer;
import dev.aisle.campaign.placements.domain.arbitration.Arbitration;
import dev.aisle.campaign.placements.domain.arbitration.ContenderExamples;
import dev.aisle.campaign.shared.Language;
import dev.aisle.contracts.recommender.v1.Reranking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Person UNKNOWN = new Person(Map.of(), 0, List.of());
    private static final List<Campaign> BOTH = List.of(crossSell(), welcome());

    @Test
    void aPersonOfWhomNothingIsKnownIsWelcomed() {
        assertThat(chosen(at("home", UNKNOWN))).isEqualTo("welcome");
    }

    @Test
    void theHigherPriorityDecidesWhenBothFit() {
        assertThat(chosen(at("home", UNKNOWN, "milk"))).isEqualTo("welcome");
        assertThat(chosen(at("cart", UNKNOWN, "milk"))).isEqualTo("cross-sell");
    }

    @Test
    void whoBoughtIsNotWelcomedWhateverTheSegmentSays() {
        Person buyer = new Person(Map.of("new-visitor", true), 1, List.of());
        Person buyerBySegment = new Person(Map.of("new-visitor", true, "buyer", true), 0, List.of());

        assertThat(chosen(at("home", buyer))).isEqualTo("none");
        assertThat(chosen(at("home", buyerBySegment))).isEqualTo("none");
    }

    @Test
    void whoLeftTheSegmentIsNotWelcomed() {
        Person left = new Person(Map.of("new-visitor", false), 0, List.of());

        assertThat(chosen(at("home", left))).isEqualTo("none");
    }

    @Test
    void somebodyOfWhomOtherSegmentsSpeakIsNotNewUnlessTheySaySo() {
        Person known = new Person(Map.of("loyal", true), 0, List.of());

        assertThat(chosen(at("home", known))).isEqualTo("none");
    }

    @Test
    void aCrossSellNeedsItemsOnThePageOrInThePast() {
        Person buyer = new Person(Map.of(), 1, List.of());
        Person buyerWithPast = new Person(Map.of(), 1, List.of("milk"));

        assertThat(chosen(at("home", buyer))).isEqualTo("none");
        assertThat(chosen(at("home", buyer, "milk"))).isEqualTo("cross-sell");
        assertThat(chosen(at("home", buyerWithPast))).isEqualTo("cross-sell");
    }

    @Test
    void aWornOutCampaignMakesRoomForTheNext() {
        List<Instant> three = List.of(NOW.minusSeconds(1), NOW.minusSeconds(2), NOW.minusSeconds(3));
        Situation worn = new Situation(request("home", "milk"), UNKNOWN, Map.of("welcome", three), NOW);
        Situation recovered = new Situation(
                request("home", "milk"),
                UNKNOWN,
                Map.of("welcome", three),
                NOW.plus(Duration.ofDays(7)).minusSeconds(3));

        assertThat(chosen(worn)).isEqualTo("cross-sell");
        assertThat(chosen(recovered)).isEqualTo("welcome");
    }

    @Test
    void aPausedCampaignDoesNotDecide() {
        Campaign welcome = welcome();
        Campaign paused = new Campaign(
                welcome.id(),
                2,
                welcome.kind(),
                CampaignStatus.PAUSED,
                welcome.priority(),
                welcome.placements(),
                welcome.audience(),
                welcome.conditions(),
                welcome.schedule(),
                0,
                welcome.seed(),
                null,
                welcome.variations(),
                welcome.fallbacks(),
                null);

        assertThat(choice(List.of(paused), at("home", UNKNOWN))).isInstanceOf(NoCampaign.class);
    }

    @Test
    void aHeldOutPersonGetsNoCampaignAndTheHoldoutsPropensity() {
        Campaign almostAll = experiment(0.9999, variation("a", 1));

        Choice choice = choice(List.of(almostAll, crossSell()), at("home", UNKNOWN, "milk"));

        assertThat(choice).isEqualTo(new HeldOut(almostAll, 0.9999));
    }

    @Test
    void theComparisonGroupOfACrossSellIsAskedItemsForAsIfThereWereNone() {
        Situation past = at("home", new Person(Map.of(), 1, List.of("milk")));

        assertThat(past.items(new Offer(crossSell(), variation("only", 1), 1), Reranking.getDefaultInstance())
                        .contextItems())
                .containsExactly("milk");
        assertThat(past.items(new HeldOut(crossSell(), 0.05), Reranking.getDefaultInstance())
                        .contextItems())
                .isEmpty();
        assertThat(new HeldOut(crossSell(), 0.05).isCrossSell()).isFalse();
    }

    @Test
    void theContextHashGroupsEqualContextsAndKeepsOthersApart() {
        Situation one = at("home", UNKNOWN, "milk", "tea");

        assertThat(one.contextHash())
                .isEqualTo(at("home", UNKNOWN, "tea", "milk").contextHash());
        assertThat(one.contextHash())
                .isNotEqualTo(at("cart", UNKNOWN, "milk", "tea").contextHash());
        assertThat(one.contextHash())
                .isNotEqualTo(at("home", UNKNOWN, "milk,tea").contextHash());
    }

    private static Choice choice(List<Campaign> campaigns, Situation situation) {
        return new Arbitration(new ContactPolicy(List.of()))
                .decide(campaigns.stream().map(ContenderExamples::worthATenth).toList(), situation)
                .choice();
    }

    private static String chosen(Situation situation) {
        return choice(BOTH, situation) instanceof Offer offer ? offer.campaign().id() : "none";
    }

    private static Situation at(String placement, Person person, String... items) {
        return new Situation(request(placement, items), person, Map.of(), NOW);
    }

    private static DecisionRequest request(String placement, String... items) {
        return new DecisionRequest(null, placement, "person", List.of(items), List.of(), Language.EN);
    }
}
