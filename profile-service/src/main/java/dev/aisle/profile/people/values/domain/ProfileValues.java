package dev.aisle.profile.people.values.domain;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.people.domain.PersonEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a profile says at a moment. Robots' events are in the data quality only. Each value is computed when it is asked for. */
public final class ProfileValues {
    private final PersonEvents all;
    private final PersonEvents human;
    private final Instant now;
    private final Duration tasteHalfLife;

    /**
     * Takes what it is a function of.
     *
     * @param events that may be used for the purpose of reading
     */
    public ProfileValues(PersonEvents events, Instant now, Duration tasteHalfLife) {
        this.all = events;
        this.human = events.where(event -> !event.quality().bot());
        this.now = now;
        this.tasteHalfLife = tasteHalfLife;
    }

    /** How many events it rests on. */
    public int events() {
        return human.size();
    }

    public Instant now() {
        return now;
    }

    public Instant firstSeen() {
        return human.list().getFirst().at();
    }

    public Instant lastSeen() {
        return human.list().getLast().at();
    }

    public Map<String, EventCount> counts() {
        return EventCount.byType(human);
    }

    public long purchases() {
        return human.list().stream()
                .filter(event -> event.type() == EventType.PURCHASE)
                .count();
    }

    public List<String> recentProducts() {
        return RecentProducts.of(human);
    }

    public List<Taste> taste(Taste.Dimension dimension) {
        return Taste.of(human, dimension, now, tasteHalfLife);
    }

    /** Everything, robots' events as well. */
    PersonEvents all() {
        return all;
    }
}
