package dev.aisle.ingest.refine.flags;

import dev.aisle.algorithms.robust.RobustScale;
import dev.aisle.contracts.events.v1.Flag;
import java.util.Locale;
import java.util.Optional;

/** Whether a number is far from what is usual for its kind. */
public final class Outlier {
    /**
     * Where nearly all values are one (quantities are mostly 1), the scale is next to nothing and a 2 would stand out. Less than
     * a factor of three is never called unusual.
     */
    private static final double LEAST_DISTANCE = Math.log(3);

    private Outlier() {}

    /** The flag of a number that lies far from the median; its score is on the log scale. */
    public static Optional<Flag> of(Measured number, RobustScale usual, boolean inCategory) {
        double value = number.onLogScale();
        double score = usual.score(value);
        boolean outlying = Math.abs(score) > RobustScale.OUTLYING && Math.abs(value - usual.median()) > LEAST_DISTANCE;
        return outlying ? Optional.of(flag(number, score, usual, inCategory)) : Optional.empty();
    }

    private static Flag flag(Measured number, double score, RobustScale usual, boolean inCategory) {
        String distance = String.format(Locale.ROOT, "%.1f", Math.abs(score));
        String reason = number.kind() + " " + number.shown(number.amount()) + " is " + distance
                + " robust deviations from the median " + number.shown(Math.expm1(usual.median()))
                + (inCategory ? " of category " + number.category() : "");
        return Flag.newBuilder()
                .setKind(Flag.Kind.OUTLIER)
                .setField(number.field())
                .setReason(reason)
                .setScore(score)
                .build();
    }
}
