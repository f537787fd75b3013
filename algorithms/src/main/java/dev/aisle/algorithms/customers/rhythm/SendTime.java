package dev.aisle.algorithms.customers.rhythm;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.BitSet;
import java.util.Optional;

/**
 * When to write to a person: the hour of the week in which they are most likely there. A person's hours are drawn towards their own hours
 * of the day, and those towards the shop's, as far as the person was seen seldom: {@code (counts + κ·expected) / (n + κ)} on both
 * levels.
 */
public final class SendTime {
    /** The pull κ of the shop, in sightings, that suits most: someone seen twenty times counts as much as everyone else. */
    public static final double USUAL_PULL = 20;

    private static final int HOURS = WeekProfile.HOURS;
    private static final int OF_DAY = WeekProfile.HOURS_OF_DAY;

    private final double[] shop = new double[HOURS];
    private final double[] shopOfDay;
    private final double pull;

    /**
     * @param shop all customers' hours; may be empty, then every hour is as good as the others
     * @param pull κ &gt; 0
     * @throws IllegalArgumentException when the pull isn't positive
     */
    public SendTime(WeekProfile shop, double pull) {
        if (!(pull > 0) || !Double.isFinite(pull)) {
            throw new IllegalArgumentException("pull: expected a number > 0, was " + pull);
        }
        double[] smooth = shop.smoothed();
        double total = shop.total() + 1.0;
        for (int hour = 0; hour < HOURS; hour++) {
            this.shop[hour] = (smooth[hour] + 1.0 / HOURS) / total;
        }
        this.shopOfDay = ofDay(this.shop);
        this.pull = pull;
    }

    /** The probability of each hour of the week that a sighting of this person falls into it; sums to 1. */
    public double[] probabilities(WeekProfile person) {
        double[] seen = person.smoothed();
        double[] seenOfDay = ofDay(seen);
        double total = person.total() + pull;
        double[] probabilities = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            int ofDay = hour % OF_DAY;
            double hourOfDay = (seenOfDay[ofDay] + pull * shopOfDay[ofDay]) / total;
            double expected = hourOfDay * shop[hour] / shopOfDay[ofDay];
            probabilities[hour] = (seen[hour] + pull * expected) / total;
        }
        return probabilities;
    }

    /**
     * The best hour of the week, the earliest of equals.
     *
     * @param allowed the hours in which writing is allowed at all, 0 to 167
     * @return empty when none is allowed
     */
    public Optional<SendHour> best(WeekProfile person, BitSet allowed) {
        double[] probabilities = probabilities(person);
        SendHour best = null;
        for (int hour = allowed.nextSetBit(0); hour >= 0 && hour < HOURS; hour = allowed.nextSetBit(hour + 1)) {
            if (best == null || probabilities[hour] > best.probability()) {
                best = new SendHour(hour, probabilities[hour]);
            }
        }
        return Optional.ofNullable(best);
    }

    private static double[] ofDay(double[] week) {
        double[] day = new double[OF_DAY];
        for (int hour = 0; hour < HOURS; hour++) {
            day[hour % OF_DAY] += week[hour];
        }
        return day;
    }

    /**
     * An hour of the week.
     *
     * @param hourOfWeek 0 is Monday 00:00 on the person's clock
     * @param probability that a sighting falls into it; 1/168 would be chance
     */
    public record SendHour(int hourOfWeek, double probability) {
        /**
         * When that hour next begins; an hour that the change of clocks leaves out begins behind the gap.
         *
         * @param now what comes at this moment or later
         * @param zone the person's
         */
        public Instant next(Instant now, ZoneId zone) {
            ZonedDateTime local = now.atZone(zone);
            DayOfWeek day = DayOfWeek.of(hourOfWeek / OF_DAY + 1);
            LocalDate date = local.toLocalDate().with(TemporalAdjusters.nextOrSame(day));
            Instant found = at(date, zone);
            return found.isBefore(now) ? at(date.plusWeeks(1), zone) : found;
        }

        private Instant at(LocalDate date, ZoneId zone) {
            return date.atTime(hourOfWeek % OF_DAY, 0).atZone(zone).toInstant();
        }
    }
}
