package dev.aisle.ingest.domains;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.ingest.shared.events.KnownProperties;
import dev.aisle.platform.domains.DomainPack;
import dev.aisle.platform.domains.DomainPack.PackEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the door can read the events of a pack. */
final class ReadablePack {
    private ReadablePack() {}

    /** What is wrong with its events, each with its place and the fix. */
    public static List<String> faults(DomainPack pack) {
        List<String> faults = new ArrayList<>();
        for (PackEvent event : pack.events()) {
            if (KnownProperties.isKnownEvent(event.name())) {
                faults.add(event.place()
                        + ": is the name of an event that every shop sends; take it away, or give it another name");
            }
            Set<String> known = propertiesOf(event.type());
            Stream.concat(event.properties().values().stream(), event.constants().keySet().stream())
                    .filter(name -> !PROPERTIES.contains(name))
                    .distinct()
                    .forEach(name -> faults.add(event.place() + ": " + name + " is none of Aisle's properties; of "
                            + event.type().name().toLowerCase(Locale.ROOT) + " they are " + String.join(", ", known)));
        }
        return faults;
    }

    /** Of any event: a pack says once for all of its events what its properties are. */
    private static final Set<String> PROPERTIES = Stream.of(EventType.values())
            .flatMap(type -> propertiesOf(type).stream())
            .collect(Collectors.toUnmodifiableSet());

    private static Set<String> propertiesOf(EventType type) {
        Set<String> names = new TreeSet<>(KnownProperties.of(type).keySet());
        if (KnownProperties.holdsProducts(type)) {
            names.addAll(KnownProperties.ofProduct().keySet());
        }
        return names;
    }
}
