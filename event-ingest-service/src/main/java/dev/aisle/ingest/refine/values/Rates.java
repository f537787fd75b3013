package dev.aisle.ingest.refine.values;

import dev.aisle.contracts.ingest.v1.ExchangeRates;
import dev.aisle.ingest.shared.values.Timestamps;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What money is worth.
 *
 * @param base ISO 4217: the currency in which the others are priced
 * @param prices ISO 4217 → price of one unit in the base currency, positive
 * @param asOf when that held
 */
public record Rates(String base, Map<String, BigDecimal> prices, Instant asOf) {
    private static final int LONGEST = 120;

    /** Nobody has set any. */
    public static final Rates NONE = new Rates("", Map.of(), Instant.EPOCH);

    /** The rates of a setting. One that is no positive number is as good as none. */
    public static Rates of(ExchangeRates setting) {
        Map<String, BigDecimal> prices = new HashMap<>();
        setting.getRatesMap().forEach((code, price) -> positive(price).ifPresent(number -> prices.put(code, number)));
        return new Rates(setting.getBase(), Map.copyOf(prices), Timestamps.toInstant(setting.getAsOf()));
    }

    private static Optional<BigDecimal> positive(String text) {
        try {
            BigDecimal number = text.length() > LONGEST ? BigDecimal.ZERO : new BigDecimal(text);
            return number.signum() > 0 && Math.abs(number.scale()) <= LONGEST ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
