package dev.aisle.algorithms.customers.rhythm;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;

/**
 * How often a person, or a shop's customers together, were there in each hour of the week. Counts only, so that {@link #add} and
 * {@link #merge} give the same state in any order.
 *
 * @param counts 168 of them, from Monday 00:00 to Sunday 23:00 on the person's clock; ≥ 0
 */
public record WeekProfile(int[] counts) {
    /** Hours of a week. */
    public static final int HOURS = 168;

    static final int HOURS_OF_DAY = 24;

    /** Nothing seen. */
    public static final WeekProfile NONE = new WeekProfile(new int[HOURS]);

    /** @throws IllegalArgumentException when there aren't 168 counts ≥ 0 */
    public WeekProfile {
        counts = counts.clone();
        if (counts.length != HOURS || Arrays.stream(counts).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts: expected " + HOURS + " numbers ≥ 0");
        }
    }

    /** The hour of the week on the person's clock: 0 is Monday 00:00. */
    public static int hourOfWeek(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        return (local.getDayOfWeek().getValue() - 1) * HOURS_OF_DAY + local.getHour();
    }

    /** With one more sign of presence. */
    public WeekProfile add(Instant moment, ZoneId zone) {
        int[] more = counts.clone();
        int hour = hourOfWeek(moment, zone);
        more[hour] = Math.addExact(more[hour], 1);
        return new WeekProfile(more);
    }

    /** What both have seen, none of which may be in both. */
    public WeekProfile merge(WeekProfile other) {
        int[] sum = counts.clone();
        for (int hour = 0; hour < HOURS; hour++) {
            sum[hour] = Math.addExact(sum[hour], other.counts[hour]);
        }
        return new WeekProfile(sum);
    }

    /** Signs of presence in all. */
    public long total() {
        return Arrays.stream(counts).asLongStream().sum();
    }

    @Override
    public int[] counts() {
        return counts.clone();
    }

    /** Spread over the neighbouring hours: a half stays, a quarter goes to either side. The sum stays. */
    double[] smoothed() {
        double[] smooth = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            smooth[hour] = counts[hour] / 2.0 + (counts[(hour + 1) % HOURS] + counts[(hour + HOURS - 1) % HOURS]) / 4.0;
        }
        return smooth;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeekProfile profile && Arrays.equals(counts, profile.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "WeekProfile" + Arrays.toString(counts);
    }
}
