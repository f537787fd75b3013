package dev.aisle.local.stored;

import dev.aisle.contracts.events.v1.ShopEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Events that came out of refine, each once, of people who allow analytics, personalization and model training throughout.
 *
 * @param byId by message id, in the order of the topic
 */
record PastEvents(Map<String, ShopEvent> byId) {
    /** The same event a second time adds nothing. */
    static PastEvents of(Collection<ShopEvent> events) {
        var byId = new LinkedHashMap<String, ShopEvent>();
        events.forEach(event -> byId.putIfAbsent(event.getMessageId(), event));
        return new PastEvents(byId);
    }

    Collection<ShopEvent> all() {
        return byId.values();
    }

    Set<String> ids() {
        return byId.keySet();
    }

    Set<String> people() {
        return all().stream().map(ShopEvent::getPseudonym).collect(Collectors.toSet());
    }

    /** The events of each person. */
    Map<String, List<ShopEvent>> byPerson() {
        return all().stream().collect(Collectors.groupingBy(ShopEvent::getPseudonym));
    }
}
