package dev.aisle.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.audit.Refusals.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    private final Refusals refusals = new Refusals(Duration.ofMinutes(1));

    @Test
    void tenThousandRefusalsOfOneCallerAreOneEntryThatNamesTheFirstRoutes() {
        for (int i = 0; i < 10_000; i++) {
            refusals.add("anna", "GET /v1/route-" + i);
        }

        assertThat(refusals.take(NOW))
                .containsExactly(new Refused(
                        "anna",
                        10_000,
                        List.of("GET /v1/route-0", "GET /v1/route-1", "GET /v1/route-2", "GET /v1/route-3")));
        assertThat(refusals.take(NOW)).isEmpty();
    }

    @Test
    void thoseWhoComeWhenMemoryIsFullAreCountedTogether() {
        for (int i = 0; i < Refusals.MOST_CALLERS + 500; i++) {
            refusals.add("caller-" + i, "GET /v1/models");
        }

        List<Refused> taken = refusals.take(NOW);

        assertThat(taken).hasSize(Refusals.MOST_CALLERS + 1);
        assertThat(taken.getLast()).isEqualTo(new Refused(Refusals.OTHERS, 500, List.of("GET /v1/models")));
    }

    @Test
    void whatCouldNotBeToldIsCountedAgain() {
        refusals.add("anna", "GET /v1/models");
        List<Refused> taken = refusals.take(NOW);
        refusals.add("anna", "GET /v1/flags");

        taken.forEach(refusals::add);

        assertThat(refusals.takeAll())
                .containsExactly(new Refused("anna", 2, List.of("GET /v1/flags", "GET /v1/models")));
    }

    @Test
    void theFirstRefusalIsDueAtOnceAndWhoGoesOnIsToldOfEverLessOften() {
        List<Long> told = new ArrayList<>();
        long counted = 0;

        for (int second = 0; second < 3_600; second++) {
            refusals.add("anna", "GET /v1/models");
            for (Refused refused : refusals.take(NOW.plusSeconds(second))) {
                told.add((long) second);
                counted += refused.times();
            }
        }

        assertThat(told.subList(0, 9)).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L);
        assertThat(told).hasSizeLessThan(70);
        assertThat(counted + refusals.takeAll().getFirst().times()).isEqualTo(3_600);
    }

    @Test
    void whoWasQuietForTheLongestPauseIsToldOfAtOnceAgainAndTakesNoMemory() {
        for (int i = 0; i < Refusals.MOST_CALLERS; i++) {
            refusals.add("caller-" + i, "GET /v1/models");
        }
        refusals.take(NOW);

        assertThat(refusals.take(NOW.plusSeconds(61))).isEmpty();
        refusals.add("anna", "GET /v1/models");

        assertThat(refusals.take(NOW.plusSeconds(61)))
                .containsExactly(new Refused("anna", 1, List.of("GET /v1/models")));
    }
}
