package dev.aisle.profile.models.fitting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of jobs. */
public enum JobKind {
    /** The models lifetime and spend. */
    LIFETIME,
    RFM,
    COUPON,
    REPLENISHMENT,
    FORECAST;

    /** As it stands in tables and addresses. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that label. */
    public static Optional<JobKind> of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    /** Nobody counted yet. */
    public JobTally begin(FitRules rules) {
        return switch (this) {
            case LIFETIME -> new LifetimeTally(rules);
            case RFM -> new RfmTally(rules);
            case COUPON -> new CouponTally(rules);
            case REPLENISHMENT -> new ReplenishmentTally(rules);
            case FORECAST -> new DemandTally(rules);
        };
    }
}
