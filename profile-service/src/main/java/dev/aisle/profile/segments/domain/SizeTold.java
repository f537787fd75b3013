package dev.aisle.profile.segments.domain;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import org.jspecify.annotations.Nullable;

/**
 * Which sizes of one segment may be told one after the other. A size is told when enough people are in it, and when it differs from the one
 * that was told before by nobody or by enough people: else the two would tell of a few.
 */
public final class SizeTold {
    private final KThreshold threshold;

    public SizeTold(KThreshold threshold) {
        this.threshold = threshold;
    }

    /** The size to tell now: the actual one, else the one that was told before; null when none may be. */
    public @Nullable Long next(@Nullable Long before, long actual) {
        boolean tellable =
                threshold.allows(actual) && (before == null || threshold.allowsDifference(Math.abs(actual - before)));
        return tellable ? Long.valueOf(actual) : before;
    }

    /** A number of people, or null when they are too few. */
    public @Nullable Long count(long people) {
        return threshold.allows(people) ? people : null;
    }
}
