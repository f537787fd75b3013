package dev.aisle.privacy.rights.counts;

import java.math.BigDecimal;
import java.time.Instant;

/** The answers. */
final class CountViews {
    private CountViews() {}

    /** Exactly so many. */
    record CountView(long people, Instant asOf, int k) {}

    /**
     * About so many.
     *
     * @param plusMinus95 with a probability of 95 % the true count is not farther away
     * @param remaining what is left of the analyst's budget
     */
    record NoisedView(long people, Instant asOf, BigDecimal epsilon, long plusMinus95, BigDecimal remaining) {
        /** Of Laplace noise with scale 1/ε, beyond x lies exp(−x·ε). */
        static NoisedView of(long people, Instant asOf, BigDecimal epsilon, BigDecimal remaining) {
            long plusMinus = (long) Math.ceil(Math.log(20) / epsilon.doubleValue());
            return new NoisedView(people, asOf, epsilon, plusMinus, remaining);
        }
    }

    /** 429, a problem as of RFC 9457 with {@code remaining}. */
    record OverBudgetView(String type, String title, int status, String detail, BigDecimal remaining) {}
}
