package dev.aisle.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    @Test
    void theSameSeedIsTheSamePlanAndAnotherOneIsnt() {
        assertThat(FaultPlan.of(7, 200)).isEqualTo(FaultPlan.of(7, 200)).isNotEqualTo(FaultPlan.of(8, 200));
    }

    @Test
    void aLongerRunBeginsAsAShorterOne() {
        assertThat(FaultPlan.of(7, 200).subList(0, 23)).isEqualTo(FaultPlan.of(7, 23));
    }

    @Test
    void eachKindComesBeforeAnyComesAgain() {
        assertThat(FaultPlan.of(3, FaultKind.values().length).stream()
                        .map(Fault::kind)
                        .collect(Collectors.toSet()))
                .hasSize(FaultKind.values().length);
    }

    @Test
    void nothingIsHitTwiceInARowAndEveryTargetIsHitInALongRun() {
        var plan = FaultPlan.of(1, 2_000);

        for (int i = 1; i < plan.size(); i++) {
            assertThat(plan.get(i).target()).isNotEqualTo(plan.get(i - 1).target());
        }
        for (var kind : FaultKind.values()) {
            assertThat(plan.stream()
                            .filter(fault -> fault.kind() == kind)
                            .map(Fault::target)
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(kind.targets());
        }
    }
}
