package dev.aisle.profile.people.values.domain;

/** Bands of prices in the steps 1, 2, 5, 10, 20, 50 … of the minor unit: {@code "1000-2000"} from 10.00 to below 20.00 euros. */
final class PriceBand {
    private static final long[] STEPS = {2, 5, 10};

    private PriceBand() {}

    /** The band of a price; negative and zero prices are in {@code "0-1"}. */
    static String of(long price) {
        if (price < 1) {
            return "0-1";
        }
        long decade = 1;
        while (price / decade >= 10) {
            decade *= 10;
        }
        long from = 1;
        for (long step : STEPS) {
            if (price < step * decade) {
                return from * decade + "-" + step * decade;
            }
            from = step;
        }
        throw new IllegalStateException("A price is below ten times its decade");
    }
}
