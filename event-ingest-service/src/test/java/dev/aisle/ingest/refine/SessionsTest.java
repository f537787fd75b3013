package dev.aisle.ingest.refine;

import static dev.aisle.ingest.refine.Refining.ADA;
import static dev.aisle.ingest.refine.Refining.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.events.v1.ShopEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where an event stands among those of its person. */
class SessionsTest extends RefineCase {
    @Test
    void aSessionEndsAfter30MinutesWithoutAnEvent() {
        refining.send(ADA, "m1", NINE);
        refining.send(ADA, "m2", NINE.plus(Duration.ofMinutes(30)));
        refining.send(ADA, "m3", NINE.plus(Duration.ofMinutes(61)));

        List<ShopEvent> events = refining.events();

        assertThat(events)
                .extracting(event -> event.getRefinement().getSessionPosition())
                .containsExactly(0, 1, 0);
        assertThat(events)
                .extracting(event -> event.getRefinement().getPersonSequence())
                .containsExactly(1L, 2L, 3L);
        assertThat(sessionOf(events.get(0))).isEqualTo(sessionOf(events.get(1))).isNotEqualTo(sessionOf(events.get(2)));
    }

    @Test
    void aLateEventIsMarkedAndLeavesTheCurrentSessionAlone() {
        refining.send(ADA, "m1", NINE);
        refining.send(ADA, "m2", NINE.minus(Duration.ofHours(2)));
        refining.send(ADA, "m3", NINE.plus(Duration.ofMinutes(1)));

        List<ShopEvent> events = refining.events();

        assertThat(events).extracting(event -> event.getRefinement().getLate()).containsExactly(false, true, false);
        assertThat(sessionOf(events.get(2))).isEqualTo(sessionOf(events.get(0)));
        assertThat(events.get(2).getRefinement().getSessionPosition()).isEqualTo(1);
    }

    @Test
    void anEventThatIsReceivedMoreThanADayAfterItHappenedIsLateAndKept() {
        refining.send(
                Refining.view(ADA, "m1", NINE).setOccurredAt(Refining.timestamp(NINE.minus(Duration.ofHours(24)))));
        refining.send(Refining.view(ADA, "m2", NINE)
                .setOccurredAt(
                        Refining.timestamp(NINE.minus(Duration.ofHours(24).plusSeconds(1)))));

        assertThat(refining.events())
                .extracting(event -> event.getRefinement().getLate())
                .containsExactly(false, true);
    }

    private static String sessionOf(ShopEvent event) {
        return event.getRefinement().getSessionId();
    }
}
