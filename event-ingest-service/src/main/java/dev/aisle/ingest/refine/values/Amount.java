package dev.aisle.ingest.refine.values;

import dev.aisle.contracts.common.v1.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Money as a decimal number and as a text. */
public final class Amount {
    private static final int USUAL_DIGITS = 2;

    private Amount() {}

    /** 1299 minor units of EUR are 12.99. */
    public static BigDecimal of(Money money) {
        return BigDecimal.valueOf(money.getMinorUnits(), digitsOf(money.getCurrency()));
    }

    /** "12.99 EUR". */
    public static String text(Money money) {
        return (of(money).toPlainString() + " " + money.getCurrency()).strip();
    }

    /** Minor digits as ISO 4217 says; a code that isn't in it can't have come through the door. */
    public static int digitsOf(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return USUAL_DIGITS;
        }
    }
}
