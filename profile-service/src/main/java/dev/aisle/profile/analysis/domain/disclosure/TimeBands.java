package dev.aisle.profile.analysis.domain.disclosure;

import java.time.Duration;

/** How many times lie in which band: from 1, 3, 10, 30, … seconds on. They add up, and none says how long one person took. */
public final class TimeBands {
    static final int BANDS = 14;
    private static final double BANDS_A_DECADE = 2;

    private final long[] counts = new long[BANDS];

    /** Counts a time, 0 or longer; below a second it counts as one. */
    public void add(Duration time) {
        double seconds = Math.max(1, time.toMillis() / 1_000.0);
        counts[Math.min(BANDS - 1, (int) (BANDS_A_DECADE * Math.log10(seconds)))]++;
    }

    /** Counts the times of another one too. */
    public void add(TimeBands other) {
        for (int band = 0; band < BANDS; band++) {
            counts[band] += other.counts[band];
        }
    }

    /** Returns how many times lie in a band. */
    public long count(int band) {
        return counts[band];
    }

    /** Returns the seconds at a place among the bands: 2.5 is the middle of the third. */
    static double seconds(double place) {
        return Math.pow(10, place / BANDS_A_DECADE);
    }
}
