package dev.aisle.assistant.conversations.domain;

import dev.aisle.contracts.Keeps;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fast a speaker may write: so many at once, then one each so often. Whoever has waited long is forgotten; of those who write most speakers at a time are
 * remembered, the one who wrote longest ago goes first.
 */
@Keeps(
        ofPersons =
                "how fast a speaker wrote, by the hash of a conversation's token or the pseudonym, until it has waited long enough")
public final class SpeakerLimits {
    private final int burst;
    private final long nanosEach;
    private final Map<String, Long> empty;

    /**
     * Limits.
     *
     * @param burst messages at once, ≥ 1
     * @param each how long until one more is allowed
     */
    public SpeakerLimits(int burst, Duration each, int mostSpeakers) {
        if (burst < 1 || each.isNegative() || each.isZero()) {
            throw new IllegalArgumentException("expected a burst of at least 1 and a positive time for each message");
        }
        this.burst = burst;
        this.nanosEach = each.toNanos();
        this.empty = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > mostSpeakers;
            }
        };
    }

    /**
     * Takes a message of a speaker; zero when it may be answered, else how long the speaker must wait. A refused one costs nothing. The state is the moment at which all
     * of the burst is free again.
     */
    public synchronized Duration take(String speaker, long nowNanos) {
        long full = Math.max(nowNanos, empty.getOrDefault(speaker, nowNanos));
        long wait = full - nowNanos - (burst - 1) * nanosEach;
        if (wait > 0) {
            return Duration.ofNanos(wait);
        }
        empty.put(speaker, full + nanosEach);
        return Duration.ZERO;
    }
}
