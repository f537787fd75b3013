package dev.aisle.ingest.door.domain;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEventOrBuilder;
import dev.aisle.ingest.schemas.domain.EventSchemas;
import java.util.Optional;

/** Says of an event that is taken in what its sender probably got wrong. */
public final class EventHints {
    private EventHints() {}

    /** The hint for an event; empty when its name is known, declared, or like no known one. */
    public static Optional<String> of(ShopEventOrBuilder event, EventSchemas schemas) {
        String name = event.getSourceName();
        if (event.getType() != EventType.CUSTOM || schemas.of(name).isPresent()) {
            return Optional.empty();
        }
        return EventNames.nearest(name)
                .map(meant -> "Taken as an event of your own. Did you mean \"" + meant
                        + "\"? An event that an operator declares gets no hint.");
    }
}
