package dev.aisle.profile.analysis.domain.disclosure;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What may be told. Within an answer: nothing of fewer than k people, and nothing that leaves fewer than k by subtraction
 * (complementary suppression, {@link Complement}). Between answers, whose days or conditions differ a little: counts are rounded to a
 * quarter of k, amounts to what a quarter of k average people contribute, so that no single person makes a difference that can be
 * told from none. The rounding is finer than the chance in a count (5 against √20 at k = 20).
 */
public final class Disclosure {
    private static final int PARTS_OF_K = 4;
    private static final double[] MANTISSAS = {5, 2, 1};

    private final KThreshold threshold;
    private final int base;

    public Disclosure(KThreshold threshold) {
        this.threshold = threshold;
        this.base = Math.max(1, threshold.k() / PARTS_OF_K);
    }

    public KThreshold threshold() {
        return threshold;
    }

    /** Of what a told count of people is a multiple. */
    public int base() {
        return base;
    }

    /** A count of people. */
    public Figure people(long people) {
        return threshold.allows(people) ? Figure.told((double) rounded(people), rounded(people)) : tooFew();
    }

    /**
     * An amount to which people contributed.
     *
     * @param amount 0 or more: events, pieces, minor units of money
     */
    public Figure amount(double amount, long people) {
        return threshold.allows(people) ? Figure.told(rounded(amount, people), rounded(people)) : tooFew();
    }

    /**
     * A quantile: told when on each side of it are k people, since the outermost values are those of a few.
     *
     * @param value of the histogram, never of one person
     */
    public Figure quantile(double value, double q, long people) {
        boolean enough = threshold.allows((long) Math.floor(people * Math.min(q, 1 - q)));
        return enough ? Figure.told(value, rounded(people)) : tooFew();
    }

    private static Figure tooFew() {
        return Figure.not(Withheld.FEWER_THAN_K);
    }

    private long rounded(long people) {
        return Math.floorDiv(2 * people + base, 2L * base) * base;
    }

    private double rounded(double amount, long people) {
        double step = step(amount * base / people);
        return step == 0
                ? 0
                : BigDecimal.valueOf(amount)
                        .divide(BigDecimal.valueOf(step), 0, RoundingMode.HALF_UP)
                        .multiply(BigDecimal.valueOf(step))
                        .doubleValue();
    }

    /** The largest of …, 1, 2, 5, 10, 20, … that isn't larger; 0 of 0. */
    private static double step(double atMost) {
        if (atMost <= 0) {
            return 0;
        }
        double power = Math.pow(10, Math.floor(Math.log10(atMost)));
        for (double mantissa : MANTISSAS) {
            if (mantissa * power <= atMost) {
                return mantissa * power;
            }
        }
        return power;
    }
}
