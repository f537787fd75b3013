package dev.aisle.algorithms.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.offers.FairnessReport.Group;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PersonalValueTest {
    private static final int PEOPLE = 3_000;

    /** Half of the people are moved by the offer from .2 to .6, half aren't at .6. */
    private static OfferTrials trials(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] shown = new int[PEOPLE * 2];
        int[] bought = new int[PEOPLE * 2];
        for (int person = 0; person < PEOPLE; person++) {
            for (int visit = 0; visit < 12; visit++) {
                int arm = random.nextInt(2);
                shown[person * 2 + arm]++;
                bought[person * 2 + arm] += random.nextDouble() < truth(person, arm) ? 1 : 0;
            }
        }
        return new OfferTrials(2, shown, bought);
    }

    private static double truth(int person, int arm) {
        return person % 2 == 0 && arm == 0 ? 0.2 : 0.6;
    }

    @Test
    void whoIsMovedIsFoundInWhatChanceShowed() {
        OfferTrials trials = trials(3);

        double[] chances = ResponseClasses.fit(trials).chances(trials);

        double moved = 0;
        double others = 0;
        for (int person = 0; person < PEOPLE; person++) {
            double uplift = chances[person * 2 + 1] - chances[person * 2];
            moved += person % 2 == 0 ? uplift : 0;
            others += person % 2 == 0 ? 0 : uplift;
        }
        assertThat(moved / (PEOPLE / 2)).isCloseTo(0.4, within(0.12));
        assertThat(others / (PEOPLE / 2)).isCloseTo(0, within(0.12));
    }

    @Property(tries = 5)
    void chancesAreChancesAndTheAverageIsThatOfTheLog(@ForAll long seed) {
        OfferTrials trials = trials(seed);

        double[] chances = ResponseClasses.fit(trials).chances(trials);

        double average = 0;
        for (int n = 0; n < chances.length; n++) {
            assertThat(chances[n]).isBetween(0.0, 1.0);
            average += chances[n] / chances.length;
        }
        assertThat(average).isCloseTo(0.5, within(0.03));
    }

    @Test
    void aPersonOfWhomNothingIsKnownGetsTheAverage() {
        OfferTrials known = trials(3);
        double[] chances = ResponseClasses.fit(known).chances(new OfferTrials(2, new int[2], new int[2]));

        assertThat(chances[0]).isCloseTo(0.4, within(0.03));
        assertThat(chances[1]).isCloseTo(0.6, within(0.03));
    }

    @Test
    void valueIsIncrementalProfit() {
        OfferTable table = PersonalValues.of(new double[] {0.2, 0.5, 0.7}, new double[] {10}, new double[] {2, 5});

        assertThat(table.value()).containsExactly(new double[] {0.5 * 8 - 2, 0.7 * 5 - 2}, within(1e-12));
        assertThat(table.cost()).containsExactly(new double[] {1, 3.5}, within(1e-12));
    }

    @Test
    void anArmThatWasNeverShownIsRefused() {
        assertThatThrownBy(() -> ResponseClasses.fit(new OfferTrials(2, new int[] {3, 0}, new int[] {1, 0})))
                .hasMessageStartingWith("arm 1");
        assertThatThrownBy(() -> new OfferTrials(2, new int[] {1, 1}, new int[] {2, 0}))
                .hasMessageStartingWith("person 0, arm 0");
    }

    @Test
    void theReportSaysWhoGetsHowMuchAndHidesSmallGroups() {
        OfferTable table = new OfferTable(1, new double[] {4, 4, 4, 4, 4}, new double[] {1, 1, 1, 1, 1});
        Allocation allocation = Allocation.of(table, new int[] {0, 0, 0, -1, 0}, 0, false);

        FairnessReport report =
                FairnessReport.of(table, allocation, new int[] {0, 0, 1, 1, 2}, List.of("low", "high", "few"), 2);

        assertThat(report.groups()).containsExactly(new Group("low", 2, 1, 1, 4), new Group("high", 2, 0.5, 0.5, 2));
        assertThat(report.hiddenPeople()).isOne();
        assertThat(report.parity()).isEqualTo(0.5);
    }
}
