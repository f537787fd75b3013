package dev.aisle.profile.models;

import dev.aisle.algorithms.customers.lifetime.CustomerValue;
import dev.aisle.algorithms.customers.lifetime.PurchaseHistory;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The table of what models expect of customers, by how often and how lately they bought, in steps so coarse that one usual person among a thousand seldom
 * moves any of them: amounts as 1, 2 or 5 times a power of ten, probabilities in tenths.
 *
 * @param spend usual worth of a purchase day, in minor units
 */
record ValueTable(int months, long spend, List<Row> rows) {
    /** Days since the last purchase. */
    public static final List<Integer> SILENCES = List.of(7, 30, 90, 180, 330);

    /** Of fewer people one could move a step: nothing is shown. */
    public static final long LEAST_PEOPLE = 1_000;

    private static final long[] PURCHASES = {1, 2, 3, 5, 10};
    private static final double[] STEPS = {1, 2, 5, 10};
    private static final double AGE_DAYS = 365;
    private static final double TENTHS = 10;

    public ValueTable {
        rows = List.copyOf(rows);
    }

    /**
     * An expectation of somebody.
     *
     * @param value in minor units
     * @param alive the probability that the customer hasn't left
     */
    public record Expected(long value, double alive) {}

    /** Somebody who bought so often, for each of {@link #SILENCES}. */
    public record Row(long purchases, List<Expected> expected) {
        public Row {
            expected = List.copyOf(expected);
        }
    }

    /**
     * The table of models.
     *
     * @param months that {@code value} looks ahead
     * @param daysPerUnit the unit of time of the models
     */
    public static ValueTable of(CustomerValue value, int months, double daysPerUnit) {
        double spend = value.spend().spend();
        return new ValueTable(
                months,
                coarse(spend),
                LongStream.of(PURCHASES)
                        .mapToObj(count -> new Row(
                                count,
                                SILENCES.stream()
                                        .map(silence -> expected(value, spend, history(count, silence, daysPerUnit)))
                                        .toList()))
                        .toList());
    }

    private static Expected expected(CustomerValue value, double spend, PurchaseHistory history) {
        return new Expected(
                coarse(value.expected(history, spend)),
                Math.rint(TENTHS * value.purchases().alive(history)) / TENTHS);
    }

    /** Whoever bought once has been here as long as silent. */
    private static PurchaseHistory history(long purchases, int silence, double daysPerUnit) {
        return purchases == 1
                ? new PurchaseHistory(0, 0, silence / daysPerUnit)
                : new PurchaseHistory(purchases - 1, (AGE_DAYS - silence) / daysPerUnit, AGE_DAYS / daysPerUnit);
    }

    /** The nearest of 1, 2 and 5 times a power of ten by ratio; 0 below a minor unit. */
    static long coarse(double amount) {
        if (!(amount >= 1)) {
            return 0;
        }
        double power = Math.pow(10, Math.floor(Math.log10(amount)));
        double nearest = power;
        for (double step : STEPS) {
            if (Math.abs(Math.log(step * power / amount)) < Math.abs(Math.log(nearest / amount))) {
                nearest = step * power;
            }
        }
        return Math.round(nearest);
    }
}
