package dev.aisle.campaign.placements.domain.arbitration;

import org.jspecify.annotations.Nullable;

/** Whether something of a campaign is left to be given. */
public enum Supply {
    /** As far as is known. */
    LEFT(null),
    /** Given as often as it may be. */
    TOTAL_REACHED(Rule.TOTAL),
    /** Its money is spent. */
    BUDGET_SPENT(Rule.BUDGET),
    /** Its coupon can't be used any more. */
    COUPON_OVER(Rule.COUPON);

    private final @Nullable Rule rule;

    Supply(@Nullable Rule rule) {
        this.rule = rule;
    }

    /** The rule that keeps it from everybody; {@code null} as long as something is left. */
    public @Nullable Rule rule() {
        return rule;
    }
}
