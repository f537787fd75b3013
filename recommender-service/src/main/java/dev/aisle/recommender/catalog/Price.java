package dev.aisle.recommender.catalog;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * A price.
 *
 * @param minorUnits of the currency, 1299 for 12.99 EUR
 * @param currency ISO 4217
 */
public record Price(long minorUnits, String currency) {
    private static final int USUAL_DIGITS = 2;

    /** The price in the currency's main unit. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, digits(currency));
    }

    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return USUAL_DIGITS;
        }
    }
}
