package dev.aisle.campaign.placements.ads;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Spreads a daily budget: an advertiser bids as long as the day's spend is below the share of the budget that the curve has reached. What an
 * hour leaves over, the next ones may spend. Also on a day of 23 or 25 hours the whole budget is reached at its end.
 */
final class Pacing {
    private static final int HOURS = 24;

    private Pacing() {}

    static boolean mayBid(long spentToday, long dailyBudget, List<Double> curve, ZonedDateTime now) {
        return spentToday < Math.ceil(dailyBudget * reached(curve, now));
    }

    /** The share of the day's budget that may be spent by the end of the running hour, 0 to 1, never falling. */
    static double reached(List<Double> curve, ZonedDateTime now) {
        ZonedDateTime begin = now.toLocalDate().atStartOfDay(now.getZone());
        ZonedDateTime end = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone());
        long hours = Math.max(1, Duration.between(begin, end).toHours());
        double position = (double) HOURS / hours * (Duration.between(begin, now).toHours() + 1);
        double whole = 0;
        double until = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            double weight = curve.isEmpty() ? 1 : curve.get(hour);
            whole += weight;
            until += weight * Math.clamp(position - hour, 0.0, 1.0);
        }
        return Math.min(1, until / whole);
    }
}
