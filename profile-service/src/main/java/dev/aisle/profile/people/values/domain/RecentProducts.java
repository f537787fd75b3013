package dev.aisle.profile.people.values.domain;

import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonItem;
import java.util.List;

/** Products that a person looked at or bought. */
final class RecentProducts {
    private static final int MOST = 20;

    private RecentProducts() {}

    /** The newest first, each once, at most {@value #MOST}. */
    static List<String> of(PersonEvents events) {
        return events.list().reversed().stream()
                .filter(event -> Interest.of(event.type()) > 0)
                .map(PersonEvent::items)
                .flatMap(items -> items.reversed().stream())
                .map(PersonItem::product)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
