package dev.aisle.algorithms.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;

/** At most so many times in a window that ends now. What lies in the future (a clock that ran ahead) doesn't count. */
public sealed interface ContactCap {
    /** How often. */
    int times();

    /** The last moment that counts no more; what happens after it counts. */
    Instant countsAfter(Instant now, ZoneId zone);

    /**
     * Whether one more is allowed now.
     *
     * @param earlier when it happened, in any order
     * @param zone the recipient's
     */
    default boolean allows(Collection<Instant> earlier, Instant now, ZoneId zone) {
        Instant after = countsAfter(now, zone);
        return earlier.stream()
                        .filter(at -> at.isAfter(after) && !at.isAfter(now))
                        .count()
                < times();
    }

    /** In {@code (now − window, now]}: what happened exactly one window ago counts no more. The same in every zone. */
    record Rolling(int times, Duration window) implements ContactCap {
        /** @throws IllegalArgumentException when times are negative or the window has no length */
        public Rolling {
            checkTimes(times);
            if (!window.isPositive()) {
                throw new IllegalArgumentException("window: expected longer than nothing, was " + window);
            }
        }

        @Override
        public Instant countsAfter(Instant now, ZoneId zone) {
            return now.minus(window);
        }
    }

    /**
     * In the last days of the recipient's calendar, today among them. A day has 23 or 25 hours where the clock is changed, and where
     * midnight is skipped it begins after the gap.
     */
    record CalendarDays(int times, int days) implements ContactCap {
        /** @throws IllegalArgumentException when times are negative or there is no day */
        public CalendarDays {
            checkTimes(times);
            if (days < 1) {
                throw new IllegalArgumentException("days: expected at least 1, was " + days);
            }
        }

        @Override
        public Instant countsAfter(Instant now, ZoneId zone) {
            return now.atZone(zone)
                    .toLocalDate()
                    .minusDays(days - 1L)
                    .atStartOfDay(zone)
                    .toInstant()
                    .minusNanos(1);
        }
    }

    private static void checkTimes(int times) {
        if (times < 0) {
            throw new IllegalArgumentException("times: expected at least 0, was " + times);
        }
    }
}
