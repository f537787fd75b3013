package dev.aisle.ingest.refine;

import static dev.aisle.ingest.refine.Refining.ADA;
import static dev.aisle.ingest.refine.Refining.BROWSER;
import static dev.aisle.ingest.refine.Refining.NINE;
import static dev.aisle.ingest.refine.Refining.identify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.ingest.v1.PersonLink;
import dev.aisle.ingest.refine.memory.Histories;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** People whose pseudonym has another key now. */
class MovedPersonsTest extends RefineCase {
    private static final String ADA_NOW = "p1.k2.ada";

    @Test
    void anEventInFlightGoesOnUnderTheNewerPseudonym() {
        refining.moved.put(ADA, ADA_NOW);

        refining.send(ADA, "m-1", NINE);

        assertThat(refining.events()).singleElement().satisfies(event -> {
            assertThat(event.getPseudonym()).isEqualTo(ADA_NOW);
            assertThat(event.toString()).doesNotContain(ADA);
        });
    }

    @Test
    void aLinkToTheOlderPseudonymIsNoSecondPerson() {
        refining.send(identify(ADA, BROWSER, "m-1", NINE));
        refining.moved.put(ADA, ADA_NOW);
        refining.send(identify(ADA_NOW, BROWSER, "m-2", NINE.plusSeconds(1)));
        refining.events();

        refining.send(BROWSER, "m-3", NINE.plusSeconds(2));

        assertThat(refining.events()).extracting(ShopEvent::getPseudonym).containsExactly(ADA_NOW);
        assertThat(refining.linkTopic().get(BROWSER))
                .extracting(PersonLink::getKnownPseudonym, PersonLink::getShared)
                .containsExactly(ADA_NOW, false);
    }

    @Test
    void aLinkFromBeforeTheMoveLeadsToTheNewerPseudonym() {
        refining.send(identify(ADA, BROWSER, "m-1", NINE));
        refining.moved.put(ADA, ADA_NOW);
        refining.events();

        refining.send(BROWSER, "m-2", NINE.plusSeconds(2));

        assertThat(refining.events()).extracting(ShopEvent::getPseudonym).containsExactly(ADA_NOW);
    }

    @Test
    void theHistoryUnderTheOlderPseudonymIsForgotten() {
        refining.send(ADA, "m-1", NINE);
        refining.send(BROWSER, "m-2", NINE);
        refining.moved.put(ADA, ADA_NOW);

        refining.driver.advanceWallClockTime(Duration.ofMinutes(1));

        var histories = refining.driver.<String, byte[]>getKeyValueStore(Histories.NAME);
        assertThat(histories.get(ADA)).isNull();
        assertThat(histories.get(BROWSER)).isNotNull();
    }
}
