package dev.aisle.ingest.refine.values.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * What money is worth.
 *
 * @param base ISO 4217: the currency in which the others are priced
 * @param prices ISO 4217 → price of one unit in the base currency, positive
 * @param asOf when that held
 */
public record Rates(String base, Map<String, BigDecimal> prices, Instant asOf) {
    /** Nobody has set any. */
    public static final Rates NONE = new Rates("", Map.of(), Instant.EPOCH);
}
