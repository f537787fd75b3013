package dev.aisle.ingest.door.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.ingest.settings.schemas.EventSchemas;
import dev.aisle.platform.domains.Domains;
import java.time.Instant;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all items of one request have in common.
 *
 * @param tenant the shop
 * @param source the public name of the write key
 * @param vouched whether the write key is a server's, whose word links a browser to a customer
 * @param shopCurrency of amounts that don't name one
 * @param context of items that don't have one of their own
 * @param denied purposes that the request itself denies, whatever its person has granted
 * @param schemas of the events that only this shop knows
 * @param domains whose packs know events too
 */
public record Arrival(
        String tenant,
        String source,
        boolean vouched,
        Currency shopCurrency,
        Instant receivedAt,
        @Nullable Instant sentAt,
        JsonNode context,
        Set<Purpose> denied,
        EventSchemas schemas,
        Domains domains) {
    public Arrival {
        denied = Set.copyOf(denied);
    }
}
