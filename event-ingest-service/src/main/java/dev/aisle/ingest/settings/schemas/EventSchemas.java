package dev.aisle.ingest.settings.schemas;

import dev.aisle.contracts.ingest.v1.EventSchema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The declared events of a shop, by their names; upper and lower case count, as shops send them. */
public final class EventSchemas {
    /** No event is declared. */
    public static final EventSchemas NONE = new EventSchemas(Map.of());

    private final Map<String, EventSchema> byName;

    private EventSchemas(Map<String, EventSchema> byName) {
        this.byName = byName;
    }

    public static EventSchemas of(Collection<EventSchema> schemas) {
        return new EventSchemas(
                schemas.stream().collect(Collectors.toMap(EventSchema::getName, Function.identity(), (a, b) -> b)));
    }

    /** The schema of an event; empty when nobody declared it: then none of its properties goes on. */
    public Optional<EventSchema> of(String eventName) {
        return Optional.ofNullable(byName.get(eventName.strip()));
    }

    /** All of them, by name. */
    public List<EventSchema> all() {
        return List.copyOf(new TreeMap<>(byName).values());
    }

    /** What a client is told whose event loses its properties because nobody declared them. */
    public static String howToDeclare() {
        return "No schema declares this event, so its properties are dropped. An operator declares them with"
                + " PUT /v1/event-schemas/{name}.";
    }
}
