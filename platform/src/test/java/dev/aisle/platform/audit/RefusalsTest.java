package dev.aisle.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.audit.Refusals.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private final Refusals refusals = new Refusals();

    @Test
    void tenThousandRefusalsOfOneCallerAreOneEntryThatNamesTheFirstRoutes() {
        for (int i = 0; i < 10_000; i++) {
            refusals.add("anna", "GET /v1/route-" + i);
        }

        assertThat(refusals.take())
                .containsExactly(new Refused(
                        "anna",
                        10_000,
                        List.of("GET /v1/route-0", "GET /v1/route-1", "GET /v1/route-2", "GET /v1/route-3")));
        assertThat(refusals.take()).isEmpty();
    }

    @Test
    void thoseWhoComeWhenMemoryIsFullAreCountedTogether() {
        for (int i = 0; i < Refusals.MOST_CALLERS + 500; i++) {
            refusals.add("caller-" + i, "GET /v1/models");
        }

        List<Refused> taken = refusals.take();

        assertThat(taken).hasSize(Refusals.MOST_CALLERS + 1);
        assertThat(taken.getLast()).isEqualTo(new Refused(Refusals.OTHERS, 500, List.of("GET /v1/models")));
    }

    @Test
    void whatCouldNotBeToldIsCountedAgain() {
        refusals.add("anna", "GET /v1/models");
        List<Refused> taken = refusals.take();
        refusals.add("anna", "GET /v1/flags");

        taken.forEach(refusals::add);

        assertThat(refusals.take()).containsExactly(new Refused("anna", 2, List.of("GET /v1/flags", "GET /v1/models")));
    }
}
