package dev.aisle.campaign.results.bandits.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.bandits.ContextualArms.Policy;
import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import dev.aisle.campaign.results.bandits.LearnedEpoch;
import dev.aisle.campaign.results.bandits.Outcome;
import dev.aisle.campaign.results.bandits.standing.Standing.Arm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final BanditPlan PLAN =
            new BanditPlan(Policy.LINUCB, Reward.CLICKS, 0.1, Duration.ofHours(1), List.of("vip"));
    private static final Learned LEARNED = new Learned(
            "spring", 1, PLAN, List.of("plain", "bold"), Instant.EPOCH, false, 19, 20, List.of(), List.of());

    private static Standing standing(Map<Integer, double[]> weights, Outcome... evidence) {
        return Standing.of(LEARNED, new LearnedEpoch(3, Instant.EPOCH, weights, List.of(evidence)));
    }

    private static Outcome clicked(int context, String variation, long contacts, long clicks) {
        return new Outcome(context, variation, Sums.ofYes(contacts, clicks));
    }

    @Test
    void itTellsSharesRewardsAndHowLikelyEachIsTheBestWhateverThePolicy() {
        Standing standing =
                standing(Map.of(0, new double[] {0.1, 0.9}), clicked(0, "plain", 100, 5), clicked(0, "bold", 100, 30));

        Arm bold = standing.contexts().getFirst().arms().getLast();

        assertThat(bold.share()).isEqualTo(0.9);
        assertThat(bold.reward()).isCloseTo(0.3, within(1e-9));
        assertThat(bold.best()).isGreaterThan(0.99);
        assertThat(standing.contexts().getFirst().segments()).isEmpty();
    }

    @Test
    void findingOutCostsWhatTheBestWouldHaveBroughtMore() {
        Standing standing = standing(
                Map.of(),
                clicked(0, "plain", 100, 5),
                clicked(0, "bold", 100, 30),
                clicked(1, "plain", 50, 20),
                clicked(1, "bold", 40, 4));

        assertThat(standing.lost()).isCloseTo(100 * 0.25 + 40 * 0.3, within(1e-9));
        assertThat(standing.contexts().getLast().segments()).containsExactly("vip");
    }

    @Test
    void ofTooFewContactsNothingIsToldNorCounted() {
        Standing standing = standing(Map.of(), clicked(0, "plain", 19, 0), clicked(0, "bold", 100, 30));

        Arm plain = standing.contexts().getFirst().arms().getFirst();

        assertThat(plain.contacts()).isNull();
        assertThat(plain.reward()).isNull();
        assertThat(standing.lost()).isZero();
    }
}
