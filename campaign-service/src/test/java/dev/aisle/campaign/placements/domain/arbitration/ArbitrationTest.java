package dev.aisle.campaign.placements.domain.arbitration;

import static dev.aisle.campaign.campaigns.domain.CampaignExamples.crossSell;
import static dev.aisle.campaign.campaigns.domain.CampaignExamples.experiment;
import static dev.aisle.campaign.campaigns.domain.CampaignExamples.variation;
import static dev.aisle.campaign.campaigns.domain.CampaignExamples.welcome;
import static dev.aisle.campaign.placements.domain.arbitration.ContenderExamples.exclusive;
import static dev.aisle.campaign.placements.domain.arbitration.ContenderExamples.worth;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.contact.ContactCap;
import dev.aisle.algorithms.contact.ContactPolicy;
import dev.aisle.algorithms.contact.ContactPolicy.Scope;
import dev.aisle.algorithms.contact.ContactPolicy.Scoped;
import dev.aisle.campaign.people.Person;
import dev.aisle.campaign.placements.domain.Choice;
import dev.aisle.campaign.placements.domain.DecisionRequest;
import dev.aisle.campaign.placements.domain.Situation;
import dev.aisle.campaign.shared.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two campaigns that both fit: welcome with priority 100, cross-sell with 50. */
class ArbitrationTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Arbitration NO_CAPS = new Arbitration(new ContactPolicy(List.of()));

    @Test
    void theHigherExpectedValueWinsAndTheOtherOneLosesByIt() {
        Ruling ruling = NO_CAPS.decide(List.of(worth(welcome(), 1000), worth(crossSell(), 1001)), seen(Map.of()));

        assertThat(winner(ruling)).isEqualTo("cross-sell");
        assertThat(Ruling.lostBy(ruling.ranked().get(1), ruling.ranked().getFirst()))
                .isEqualTo(Rule.VALUE);
    }

    @Test
    void priorityDecidesBetweenEquals() {
        Ruling ruling = NO_CAPS.decide(List.of(worth(crossSell(), 1000), worth(welcome(), 1000)), seen(Map.of()));

        assertThat(winner(ruling)).isEqualTo("welcome");
        assertThat(Ruling.lostBy(ruling.ranked().get(1), ruling.ranked().getFirst()))
                .isEqualTo(Rule.PRIORITY);
    }

    @Test
    void anExclusiveOneHasThePlacementForItself() {
        Ruling ruling =
                NO_CAPS.decide(List.of(exclusive(worth(crossSell(), 1)), worth(welcome(), 100_000)), seen(Map.of()));

        assertThat(winner(ruling)).isEqualTo("cross-sell");
        assertThat(Ruling.lostBy(ruling.ranked().get(1), ruling.ranked().getFirst()))
                .isEqualTo(Rule.EXCLUSIVE);
    }

    @Test
    void costsAreTakenOffWhatItIsExpectedToBring() {
        Worth worth = new Worth(1000, 0.02, 3, 500, 0.01, false);

        assertThat(worth.expected()).isEqualTo(1000 * 0.02 - 3 - 500 * 0.01);
    }

    @Test
    void aLossStopsACampaignOnlyOnceItWasMeasured() {
        Worth prior = new Worth(100, 0.01, 5, 0, 0, false);
        Worth measured = new Worth(100, 0.01, 5, 0, 0, true);

        assertThat(winner(NO_CAPS.decide(List.of(with(prior)), seen(Map.of())))).isEqualTo("welcome");
        assertThat(NO_CAPS.decide(List.of(with(measured)), seen(Map.of())).stopped())
                .containsOnlyKeys(Rule.LOSS);
    }

    @Test
    void whatIsUsedUpMakesRoom() {
        Contender spent = worth(welcome(), 1000).with(Supply.BUDGET_SPENT);

        Ruling ruling = NO_CAPS.decide(List.of(spent, worth(crossSell(), 1)), seen(Map.of()));

        assertThat(winner(ruling)).isEqualTo("cross-sell");
        assertThat(ruling.stopped()).containsEntry(Rule.BUDGET, List.of(welcome()));
    }

    @Test
    void theCapOverAllCountsEveryCampaignInItsWindow() {
        Arbitration twoADay = new Arbitration(
                new ContactPolicy(List.of(new Scoped(Scope.PERSON, new ContactCap.Rolling(2, Duration.ofDays(1))))));
        List<Contender> both = List.of(worth(welcome(), 1000), worth(crossSell(), 1000));
        Map<String, List<Instant>> twice =
                Map.of("cross-sell", List.of(NOW.minusSeconds(9)), "gone", List.of(NOW.minus(Duration.ofHours(23))));
        Map<String, List<Instant>> once =
                Map.of("cross-sell", List.of(NOW.minusSeconds(9)), "gone", List.of(NOW.minus(Duration.ofHours(24))));

        assertThat(twoADay.decide(both, seen(twice)).stopped()).containsOnlyKeys(Rule.CONTACT_CAP);
        assertThat(winner(twoADay.decide(both, seen(once)))).isEqualTo("welcome");
    }

    @Test
    void whoIsHeldOutOfTheWinnerGetsNoOtherOne() {
        Ruling ruling = NO_CAPS.decide(
                List.of(worth(experiment(0.9999, variation("a", 1)), 1001), worth(crossSell(), 1000)), seen(Map.of()));

        assertThat(ruling.choice()).isInstanceOf(Choice.HeldOut.class);
    }

    @Test
    void allRulesThatStopACampaignAreFound() {
        Person buyer = new Person(Map.of("new-visitor", false), 1, List.of());
        DecisionRequest elsewhere = new DecisionRequest(null, "cart", "person", List.of(), List.of(), Language.EN);

        assertThat(NO_CAPS.allThatStop(worth(welcome(), 1000), new Situation(elsewhere, buyer, Map.of(), NOW)))
                .containsExactly(Rule.PLACEMENT, Rule.AUDIENCE, Rule.ORDERS);
    }

    private static Contender with(Worth worth) {
        return new Contender(welcome(), worth, false, false, null, Supply.LEFT);
    }

    private static String winner(Ruling ruling) {
        return ruling.choice() instanceof Choice.Offer offer ? offer.campaign().id() : "none";
    }

    private static Situation seen(Map<String, List<Instant>> shown) {
        DecisionRequest request = new DecisionRequest(null, "home", "person", List.of("milk"), List.of(), Language.EN);
        return new Situation(request, new Person(Map.of(), 0, List.of()), shown, NOW);
    }
}
