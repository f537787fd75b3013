package dev.aisle.ingest.door.domain;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEventOrBuilder;
import dev.aisle.ingest.settings.schemas.EventSchemas;
import dev.aisle.ingest.shared.events.EventNames;
import dev.aisle.ingest.shared.values.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says of an event that is taken in what its sender probably got wrong. */
public final class EventHints {
    private EventHints() {}

    /** Every hint for an event: the field that it is about, and what to do. */
    public static List<Fault> of(Reading.Candidate candidate, EventSchemas schemas) {
        Fault mended = candidate.mended();
        Optional<Fault> name = of(candidate.event(), schemas).map(hint -> new Fault("misspelt", "event", hint));
        Optional<Fault> taken = Optional.ofNullable(mended)
                .map(fault -> new Fault(fault.code(), fault.field(), "Taken rounded: " + fault.message() + "."));
        return Stream.concat(name.stream(), taken.stream()).toList();
    }

    /** The hint for an event's name; empty when its name is known, declared, or like no known one. */
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
