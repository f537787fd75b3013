package dev.aisle.simulator;

import java.math.BigDecimal;

/**
 * An amount.
 *
 * @param minorUnits cents
 * @param currency   ISO 4217
 */
public record Money(long minorUnits, String currency) {
    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, 2);
    }

    Money times(long factor) {
        return new Money(minorUnits * factor, currency);
    }
}
