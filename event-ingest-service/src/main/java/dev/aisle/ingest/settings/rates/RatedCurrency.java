package dev.aisle.ingest.settings.rates;

import java.util.Currency;

/** Codes that stand for money. */
final class RatedCurrency {
    private RatedCurrency() {}

    static boolean exists(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
