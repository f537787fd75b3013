package dev.aisle.campaign.offers.allocations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.campaign.offers.allocations.CountedAllocation.Group;
import dev.aisle.campaign.offers.allocations.CountedAllocation.Place;
import dev.aisle.campaign.offers.allocations.CountedAllocation.Shown;
import dev.aisle.campaign.offers.allocations.OfferPlan.Offer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountedAllocationTest {
    private static final List<Offer> OFFERS = List.of(new Offer("five", 500), new Offer("ten", 200));

    /** Of two groups of 400 people, half and a quarter get the cheap offer, ten people the dear one. */
    private static CountedAllocation counted() {
        List<Place> places = new ArrayList<>();
        for (int n = 0; n < 400; n++) {
            places.add(n < 200 ? new Place(0, 1, 300, 200) : new Place(0, -1, 0, 0));
            places.add(n < 100 ? new Place(1, 1, 300, 200) : new Place(1, -1, 0, 0));
        }
        for (int n = 0; n < 10; n++) {
            places.add(new Place(-1, 0, 900, 500));
        }
        return new CountedAllocation(OFFERS, List.of("buyer", "vip"), places);
    }

    /** As if the noise had come out as nothing. */
    private static Shown shown(CountedAllocation counted, double deviation) {
        List<NoisedFigure> figures = counted.question("text").figures().stream()
                .map(figure -> new NoisedFigure(figure.value(), deviation * figure.most()))
                .toList();
        return counted.shown(new Answer.Shown(figures, Instant.EPOCH, 19), GuardLevel.DEFAULT);
    }

    @Test
    void whoGetsWhatIsShownWithItsCostAndByGroups() {
        Shown shown = shown(counted(), 1);

        assertThat(shown.people()).isEqualTo(810);
        assertThat(shown.byVariation()).containsEntry("ten", 300L).doesNotContainKey("five");
        assertThat(shown.cost()).isEqualTo(300 * 200.0);
        assertThat(shown.fairness().groups()).extracting(Group::name).containsExactly("buyer", "vip");
        assertThat(shown.fairness().groups().getFirst().share()).isCloseTo(0.5, within(1e-9));
        assertThat(shown.fairness().groups().getFirst().meanCost()).isCloseTo(100, within(1e-9));
        assertThat(shown.fairness().parity()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void whatDoesNotStandOutOfItsNoiseIsLeftOut() {
        assertThat(shown(counted(), 120).byVariation()).isEmpty();
    }

    @Test
    void onePersonTouchesThreeNumbersAndFourOfAGroupOfAllWhomTheBudgetMoves() {
        Question with = counted().question("text");
        Question without = new CountedAllocation(OFFERS, List.of(), counted().places()).question("text");

        // For one who gets the dear offer three lose the cheap one: four people in all.
        assertThat(with.touched()).isEqualTo(7 * 16);
        assertThat(without.touched()).isEqualTo(3 * 16);
    }
}
