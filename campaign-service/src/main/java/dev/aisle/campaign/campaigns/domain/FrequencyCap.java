package dev.aisle.campaign.campaigns.domain;

import dev.aisle.algorithms.contact.ContactCap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;

/**
 * At most so many times in a rolling window. The window is {@code (now − window, now]}: what happened exactly one window ago
 * counts no more, and what lies in the future (a clock that ran ahead) doesn't count.
 */
public record FrequencyCap(int times, Duration window) {
    public FrequencyCap {
        Rules.require(times >= 0, "frequencyCap.times", "must not be negative");
        Rules.require(window.isPositive(), "frequencyCap.window", "must be longer than nothing");
    }

    /** The moment after which a showing counts. */
    public Instant countsAfter(Instant now) {
        return now.minus(window);
    }

    /** Whether one more is allowed now. */
    public boolean allows(Collection<Instant> shown, Instant now) {
        return new ContactCap.Rolling(times, window).allows(shown, now, ZoneOffset.UTC);
    }
}
