package dev.aisle.ingest.refine.flags;

import dev.aisle.ingest.refine.values.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in the reason of a flag. */
final class Decimals {
    private static final int MOST_DIGITS = 3;

    private Decimals() {}

    static String shown(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(MOST_DIGITS, RoundingMode.HALF_EVEN);
        return rounded.stripTrailingZeros().toPlainString();
    }

    static String ofMinorUnits(double minorUnits, String currency) {
        int digits = Amount.digitsOf(currency);
        return BigDecimal.valueOf(minorUnits)
                .movePointLeft(digits)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
