package dev.aisle.ingest.rejections;

import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent in again, in the order in which it arrived at the door. Holds the oldest of it; the rest waits for the
 * next replay, so that nothing newer of a person goes in before something older.
 */
final class ReplayQueue {
    /** Events of one replay. */
    public static final int MOST = 1_000;

    private static final int MOST_REPLAYED = 500_000;

    private record Place(Instant receivedAt, Instant occurredAt, long identity) {
        static final Comparator<Place> ORDER = Comparator.comparing(Place::receivedAt)
                .thenComparing(Place::occurredAt)
                .thenComparingLong(Place::identity);

        static Place of(RejectedEvent event) {
            return new Place(
                    Timestamps.toInstant(event.getEvent().getReceivedAt()),
                    Timestamps.toInstant(event.getEvent().getOccurredAt()),
                    Rejection.identityOf(event));
        }
    }

    private final RejectionFilter filter;
    private final Set<String> ids;
    private final TreeMap<Place, RejectedEvent> waiting = new TreeMap<>(Place.ORDER);
    private final Map<Long, Place> places = new HashMap<>();
    private final Set<Long> replayed = new HashSet<>();

    private @Nullable Place firstLeft;
    private int left;
    private int alreadyReplayed;
    private int notReplayable;

    /**
     * An empty queue.
     *
     * @param ids message ids; empty: whatever the filter lets through
     */
    public ReplayQueue(RejectionFilter filter, Set<String> ids) {
        this.filter = filter;
        this.ids = Set.copyOf(ids);
    }

    /** Takes the next record of the topic in. */
    public void see(RejectedEvent event) {
        long identity = Rejection.identityOf(event);
        if (event.hasReplayedAt()) {
            replayed.add(identity);
            Place place = places.remove(identity);
            if (place != null) {
                waiting.remove(place);
                alreadyReplayed++;
            }
            return;
        }
        if (!filter.matches(event) || !(ids.isEmpty() || ids.contains(event.getMessageId()))) {
            return;
        }
        if (!event.hasEvent()) {
            notReplayable++;
        } else if (replayed.contains(identity)) {
            alreadyReplayed++;
        } else {
            put(identity, event);
        }
    }

    private void put(long identity, RejectedEvent event) {
        Place place = Place.of(event);
        Place before = places.put(identity, place);
        if (before != null) {
            waiting.remove(before);
        }
        waiting.put(place, event);
        if (waiting.size() > MOST) {
            Place last = waiting.pollLastEntry().getKey();
            places.remove(last.identity());
            firstLeft = firstLeft == null || Place.ORDER.compare(last, firstLeft) < 0 ? last : firstLeft;
            left++;
        }
    }

    /** The events to send in, in order. */
    public List<RejectedEvent> events() {
        return List.copyOf((firstLeft == null ? waiting : waiting.headMap(firstLeft)).values());
    }

    /** How many wait for another replay. */
    public int left() {
        return left + waiting.size() - events().size();
    }

    public int alreadyReplayed() {
        return alreadyReplayed;
    }

    /** How many match of which no event was kept. */
    public int notReplayable() {
        return notReplayable;
    }

    /** Whether more was replayed than can be remembered, so that nothing may be replayed now. */
    public boolean overflown() {
        return replayed.size() > MOST_REPLAYED;
    }
}
