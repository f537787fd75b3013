package dev.aisle.simulator;

import java.time.LocalDate;

/**
 * The size of a simulated shop.
 *
 * @param seed       the same seed and settings give the same shop and the same stream
 * @param products   how many products, at least 1
 * @param shoppers   how many shoppers, at least 1
 * @param firstDay   the first day, UTC
 * @param days       how many days, at least 1
 * @param couponRate share of sessions in which a coupon is shown, by chance alone, 0 to 1
 */
public record ShopSettings(long seed, int products, int shoppers, LocalDate firstDay, int days, double couponRate) {
    public ShopSettings {
        if (products < 1 || shoppers < 1 || days < 1) {
            throw new IllegalArgumentException("A shop needs at least one product, one shopper and one day.");
        }
        if (!(couponRate >= 0 && couponRate <= 1)) {
            throw new IllegalArgumentException("couponRate is a share from 0 to 1, not " + couponRate + ".");
        }
    }

    /** About 30,000 events: enough to learn from, fed in seconds. */
    public static ShopSettings demo(LocalDate lastDay) {
        var days = 60;
        return new ShopSettings(20_261_125, 480, 600, lastDay.minusDays(days - 1L), days, 0.3);
    }
}
