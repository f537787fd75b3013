package dev.aisle.campaign.placements.ads;

import static dev.aisle.campaign.placements.ads.InvalidAdException.require;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for ads.
 *
 * @param budget that is never passed, minor units of the currency
 * @param dailyBudget that is never passed on a day of the zone; {@code null} for none
 * @param dayCurve 24 weights, how the daily budget is spread over the hours; empty for evenly
 */
public record Advertiser(
        String id,
        String name,
        String currency,
        long budget,
        @Nullable Long dailyBudget,
        ZoneId zone,
        List<Double> dayCurve) {
    private static final long MOST_MINOR = 1_000_000_000_000L;
    private static final int HOURS = 24;

    public Advertiser {
        dayCurve = List.copyOf(dayCurve);
        InvalidAdException.requireId(id, "id");
        require(!name.isBlank() && name.length() <= 200, "name", "1 to 200 characters");
        require(
                Currency.getAvailableCurrencies().stream()
                        .anyMatch(known -> known.getCurrencyCode().equals(currency)),
                "currency",
                "is no ISO 4217 code such as EUR");
        require(budget >= 0 && budget <= MOST_MINOR, "budget", "must be 0 to " + MOST_MINOR + " minor units (cents)");
        require(
                dailyBudget == null || (dailyBudget >= 0 && dailyBudget <= budget),
                "dailyBudget",
                "must be 0 to the budget; leave it out for no limit");
        require(
                dayCurve.isEmpty()
                        || (dayCurve.size() == HOURS
                                && dayCurve.stream().allMatch(weight -> weight >= 0 && Double.isFinite(weight))
                                && dayCurve.stream().anyMatch(weight -> weight > 0)),
                "dayCurve",
                "must be 24 weights ≥ 0, not all of them 0; leave it out for evenly");
    }

    /** Whether the pace allows another click now, with what today's clicks have cost. */
    public boolean inPace(long spentToday, Instant now) {
        Long daily = dailyBudget;
        return daily == null || Pacing.mayBid(spentToday, daily, dayCurve, now.atZone(zone));
    }
}
