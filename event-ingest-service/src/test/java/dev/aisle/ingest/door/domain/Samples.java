package dev.aisle.ingest.door.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.settings.schemas.EventSchemas;
import dev.aisle.platform.domains.Domains;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.Set;

/** Items as the door reads them. */
final class Samples {
    static final Instant RECEIVED = Instant.parse("2026-11-25T09:00:00Z");

    private Samples() {}

    static Reading reading(String item, EventSchemas schemas) {
        return reading(item, schemas, Domains.SHOP_ONLY);
    }

    static Reading reading(String item, EventSchemas schemas, Domains domains) {
        byte[] body = ("{\"batch\":[" + item + "]}").getBytes(StandardCharsets.UTF_8);
        Body.Parsed parsed = (Body.Parsed) BodyReader.read(body, Call.BATCH);
        Arrival arrival = new Arrival(
                "shop",
                "test",
                false,
                Currency.getInstance("USD"),
                RECEIVED,
                parsed.sentAt(),
                MissingNode.getInstance(),
                Set.of(),
                schemas,
                domains);
        return ItemReader.read(parsed.items().getFirst(), arrival);
    }

    static ShopEvent event(String item, EventSchemas schemas) {
        Reading reading = reading(item, schemas);
        assertThat(reading).isInstanceOf(Reading.Candidate.class);
        return ((Reading.Candidate) reading).event().build();
    }
}
