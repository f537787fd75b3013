package dev.aisle.campaign.metrics.domain;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a recount of a phase found.
 *
 * @param units exposures that were looked at
 * @param difference the greatest one between a sum that was kept and the same made again: it must be 0
 * @param worst which sum that is; empty when none differs
 */
public record Recount(String experiment, int phase, Instant at, long units, BigDecimal difference, String worst) {
    /** Whether the sums that were kept are right. */
    public boolean isExact() {
        return difference.signum() == 0;
    }
}
