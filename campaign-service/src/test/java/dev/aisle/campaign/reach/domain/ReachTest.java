package dev.aisle.campaign.reach.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.campaign.reach.domain.Reach.Rule;
import dev.aisle.campaign.reach.domain.Reach.Stopped;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final KThreshold TWENTY = new KThreshold(20);

    @Test
    void enoughPeopleAreToldByVariation() {
        Reach reach = Reach.of(Map.of("a", 40L, "holdout", 20L), Map.of(), TWENTY);

        assertThat(reach.people()).isEqualTo(60);
        assertThat(reach.byVariation()).isEqualTo(Map.of("a", 40L, "holdout", 20L));
    }

    @Test
    void aPartOfTooFewHidesAllPartsSinceTheSumWouldTellIt() {
        Reach reach = Reach.of(Map.of("a", 40L, "holdout", 3L), Map.of(), TWENTY);

        assertThat(reach.people()).isEqualTo(43);
        assertThat(reach.byVariation()).isEmpty();
    }

    @Test
    void belowTheThresholdNothingIsTold() {
        Reach reach = Reach.of(Map.of("a", 19L), Map.of(new Rule("/audience", "x"), 19L), TWENTY);

        assertThat(reach.people()).isNull();
        assertThat(reach.byVariation()).isEmpty();
        assertThat(reach.stoppedBy()).isEmpty();
    }

    @Test
    void theRuleThatStopsMostComesFirst() {
        Reach reach = Reach.of(
                Map.of("a", 20L),
                Map.of(new Rule("/audience", "x"), 20L, new Rule("/eligibility/orders", "y"), 50L),
                TWENTY);

        assertThat(reach.stoppedBy())
                .containsExactly(new Stopped("/eligibility/orders", "y", 50), new Stopped("/audience", "x", 20));
    }
}
