package dev.aisle.campaign.results.reports;

import dev.aisle.campaign.results.effects.Arm;
import dev.aisle.campaign.results.effects.Cost;
import dev.aisle.campaign.results.effects.Effect;
import dev.aisle.campaign.results.effects.Responses;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a campaign achieved, from numbers that the guard has released.
 *
 * @param arms empty when one of them has too few people
 * @param cost empty when it has neither coupons nor messages that cost something, or of another currency
 * @param words the same in sentences that the figures allow
 */
record Report(
        String campaign,
        int version,
        int threshold,
        Release release,
        String currency,
        List<Arm> arms,
        Optional<Effect> effect,
        Optional<Responses> responses,
        Optional<Cost> cost,
        List<String> words) {
    public Report {
        arms = List.copyOf(arms);
        words = List.copyOf(words);
    }

    /** Whether there are figures. */
    public boolean told() {
        return release.countedAt() != null;
    }

    /**
     * How the figures came about.
     *
     * @param countedAt when; {@code null} when there are none
     * @param noneLeft whether there are none because the reader has had today's new numbers
     * @param left how many new numbers the reader can have today
     */
    public record Release(@Nullable Instant countedAt, boolean noneLeft, int left) {}
}
