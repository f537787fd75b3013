package dev.aisle.campaign.delivery.messages.domain;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a message waits until it is tried again: {@code first · 4ⁿ}, at most {@code longest}, times a factor between a half and one,
 * so that what failed together doesn't come back together.
 *
 * @param most attempts, after which it is given up
 */
public record Backoff(Duration first, Duration longest, int most) {
    private static final int MOST_DOUBLINGS = 30;

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || most < 1) {
            throw new IllegalArgumentException("Expected 0 < first-retry <= longest-retry and attempts >= 1");
        }
    }

    /** Whether this many attempts are enough. */
    public boolean exhausted(int attempts) {
        return attempts >= most;
    }

    /** The wait after so many attempts, from 1. */
    public Duration after(int attempts, RandomGenerator random) {
        int doublings = Math.min(2 * Math.max(attempts - 1, 0), MOST_DOUBLINGS);
        double full = Math.min((double) first.toMillis() * (1L << doublings), (double) longest.toMillis());
        return Duration.ofMillis(Math.round(full * (0.5 + random.nextDouble() / 2)));
    }
}
