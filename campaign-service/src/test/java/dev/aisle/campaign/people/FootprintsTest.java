package dev.aisle.campaign.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.consent.SeenConsent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FootprintsTest {
    private static final Instant EARLY = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant LATE = EARLY.plusSeconds(60);

    @Test
    void aPersonsPurchasesAreAddedUpAndViewsAreNone() {
        Footprints added = Footprints.of(List.of(
                footprint("1", "anna", true, EARLY),
                footprint("2", "anna", true, LATE),
                footprint("3", "ben", false, LATE)));

        assertThat(added.purchases()).containsEntry("anna", 2L).containsEntry("ben", 0L);
    }

    @Test
    void oneTraceAProductIsLeftTheLatestAndBoughtStaysBought() {
        Footprint bought = footprint("1", "anna", true, EARLY);
        Footprint seen = footprint("2", "anna", false, LATE);

        assertThat(Footprints.of(List.of(bought, seen)).traces())
                .containsExactly(new Trace("anna", "milk", true, LATE));
        assertThat(Footprints.of(List.of(seen, bought)).traces())
                .containsExactly(new Trace("anna", "milk", true, LATE));
    }

    private static Footprint footprint(String id, String person, boolean purchase, Instant at) {
        return new Footprint(
                id, new SeenConsent(person, List.of(), 1), purchase, List.of(new Trace(person, "milk", purchase, at)));
    }
}
