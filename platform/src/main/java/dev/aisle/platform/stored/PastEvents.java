package dev.aisle.platform.stored;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Events that came out of refine, each once, of people who still allow what they allowed then.
 *
 * @param byId by message id, in the order of the topic; what follows from these must be stored
 * @param undecided ids of events that may be stored or not
 * @param since a row of these people that is as young as this and rests on none of all these events is foreign
 */
public record PastEvents(Map<String, ShopEvent> byId, Set<String> undecided, Instant since) {
    public PastEvents {
        byId = new LinkedHashMap<>(byId);
        undecided = Set.copyOf(undecided);
    }

    /** Everything that these people ever did. The same event a second time adds nothing. */
    public static PastEvents of(Collection<ShopEvent> events) {
        return of(events, Set.of(), Instant.EPOCH);
    }

    /** What they did in a while. */
    public static PastEvents of(Collection<ShopEvent> events, Set<String> undecided, Instant since) {
        var byId = new LinkedHashMap<String, ShopEvent>();
        events.forEach(event -> byId.putIfAbsent(event.getMessageId(), event));
        return new PastEvents(byId, undecided, since);
    }

    /** Whether a row that rests on this event and happened then is compared. */
    boolean concern(String event, Instant at) {
        return byId.containsKey(event) || (!undecided.contains(event) && !at.isBefore(since));
    }

    Collection<ShopEvent> all() {
        return byId.values();
    }

    /** Those that one of these purposes may use. */
    Stream<ShopEvent> allowed(Set<Purpose> purposes) {
        return all().stream()
                .filter(event -> event.getGrantedPurposesList().stream().anyMatch(purposes::contains));
    }

    Set<String> people() {
        return all().stream().map(ShopEvent::getPseudonym).collect(Collectors.toSet());
    }

    /** The events of each person. */
    Map<String, List<ShopEvent>> byPerson() {
        return all().stream().collect(Collectors.groupingBy(ShopEvent::getPseudonym));
    }

    /** From when on rows are read, as the database reads a time. */
    Set<String> from() {
        return Set.of(all().stream()
                .map(PastEvents::at)
                .filter(at -> at.isBefore(since))
                .min(Instant::compareTo)
                .orElse(since)
                .toString());
    }

    static Instant at(ShopEvent event) {
        return Instant.ofEpochSecond(
                event.getOccurredAt().getSeconds(), event.getOccurredAt().getNanos());
    }
}
