package dev.aisle.campaign.placements.ads;

import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An advertiser as a marketer writes it. Money is in minor units (cents) of the currency.
 *
 * @param zone whose days the daily budget counts, such as Europe/Berlin; UTC when left out
 * @param dayCurve 24 weights, how the daily budget is spread over the hours; evenly when left out
 */
record AdvertiserBody(
        @NotNull(message = "is missing: 1 to 64 of a to z, 0 to 9 and hyphens")
        String id,

        @NotNull(message = "is missing: as marketers call it")
        String name,

        @NotNull(message = "is missing: an ISO 4217 code such as EUR")
        String currency,

        @NotNull(message = "is missing: minor units (cents)")
        Long budget,

        @Nullable Long dailyBudget,
        @Nullable String zone,
        @Nullable List<@NotNull(message = "is null") Double> dayCurve) {
    /** @throws InvalidAdException when it can't be one */
    Advertiser toAdvertiser() {
        return new Advertiser(
                id, name, currency, budget, dailyBudget, toZone(), dayCurve == null ? List.of() : dayCurve);
    }

    private ZoneId toZone() {
        try {
            return ZoneId.of(zone == null ? "UTC" : zone);
        } catch (DateTimeException e) {
            throw new InvalidAdException("zone", "is no zone such as Europe/Berlin");
        }
    }
}
