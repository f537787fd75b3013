package dev.aisle.recommender.models.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.recommender.models.registry.ModelState;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTallyTest {
    @Test
    void listsAreComparedByTheirFirstTen() {
        TrialTally tally = new TrialTally();
        tally.compared(List.of("a", "b", "c", "d"), List.of("a", "b", "x", "y"));
        tally.compared(List.of("a", "b"), List.of("a", "b"));

        Trial trial = tally.counts().trial(ModelState.SHADOW);

        assertThat(trial.compared()).isEqualTo(2);
        assertThat(trial.overlapAt10()).isCloseTo((0.5 + 1) / 2, within(1e-12));
        assertThat(trial.rankBiasedOverlap()).isBetween(0.5, 1.0);
    }

    @Test
    void withoutAComparisonThereIsNoLikeness() {
        Trial trial = new TrialTally().counts().trial(ModelState.CANARY);

        assertThat(trial.overlapAt10()).isNull();
        assertThat(trial.rankBiasedOverlap()).isNull();
    }

    @Test
    void twoEmptyListsAreAlikeAndAnEmptyOneIsLikeNoOther() {
        TrialTally tally = new TrialTally();
        tally.compared(List.of(), List.of());
        tally.compared(List.of("a"), List.of());

        assertThat(tally.counts().trial(ModelState.SHADOW).overlapAt10()).isEqualTo(0.5);
    }

    @Test
    void instancesAddUp() {
        TrialTally one = new TrialTally();
        one.answered(1_000_000);
        one.failed();
        one.dropped();
        TrialTally other = new TrialTally();
        other.answered(2_000_000);

        Trial both = one.counts().plus(other.counts()).trial(ModelState.SHADOW);

        assertThat(both)
                .extracting(Trial::answers, Trial::failures, Trial::dropped)
                .containsExactly(2L, 1L, 1L);
        assertThat(one.failureShare()).isEqualTo(0.5);
    }
}
