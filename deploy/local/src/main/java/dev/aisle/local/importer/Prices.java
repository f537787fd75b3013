package dev.aisle.local.importer;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as the APIs take them: two decimals, written out. */
final class Prices {
    private Prices() {}

    static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    static BigDecimal each(BigDecimal total, long quantity) {
        return quantity == 0 ? rounded(total) : total.divide(BigDecimal.valueOf(quantity), 2, RoundingMode.HALF_UP);
    }
}
