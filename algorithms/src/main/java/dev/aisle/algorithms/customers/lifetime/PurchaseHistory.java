package dev.aisle.algorithms.customers.lifetime;

import dev.aisle.algorithms.customers.PurchaseSpan;

/**
 * One customer's purchases as the lifetime models see them; all times in one unit.
 *
 * @param repeats {@code x}: purchases behind the first, 0 to 10⁹
 * @param lastTime {@code t_x}: from the first purchase to the last; 0 when there is no repeat
 * @param age {@code T}: from the first purchase until now, ≥ {@code t_x}
 */
public record PurchaseHistory(long repeats, double lastTime, double age) {
    /** A newcomer, at the moment of the first purchase. */
    public static final PurchaseHistory NEWCOMER = new PurchaseHistory(0, 0, 0);

    static final long MOST_REPEATS = 1_000_000_000;

    /** @throws IllegalArgumentException when it can't be: times that aren't finite or in order, a last time without a repeat */
    public PurchaseHistory {
        if (repeats < 0 || repeats > MOST_REPEATS) {
            throw new IllegalArgumentException("x: expected 0 to " + MOST_REPEATS + ", was " + repeats);
        }
        if (!(lastTime >= 0 && lastTime <= age) || !Double.isFinite(age)) {
            throw new IllegalArgumentException("t_x, T: expected 0 ≤ t_x ≤ T, was " + lastTime + ", " + age);
        }
        if (repeats == 0 && lastTime > 0) {
            throw new IllegalArgumentException("t_x: expected 0 without a repeat purchase, was " + lastTime);
        }
    }

    /**
     * From the record that is kept per person.
     *
     * @param today in days since 1970-01-01
     * @param daysPerUnit 7 for weeks
     * @throws IllegalArgumentException when there is no purchase, or one behind today
     */
    public static PurchaseHistory of(PurchaseSpan span, long today, double daysPerUnit) {
        if (span.count() == 0) {
            throw new IllegalArgumentException("span: expected at least one purchase");
        }
        return new PurchaseHistory(
                span.repeats(),
                (span.lastDay() - span.firstDay()) / daysPerUnit,
                (today - span.firstDay()) / daysPerUnit);
    }

    /** Time since the last purchase. */
    public double silence() {
        return age - lastTime;
    }
}
