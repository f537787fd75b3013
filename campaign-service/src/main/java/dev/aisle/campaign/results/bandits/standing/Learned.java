package dev.aisle.campaign.results.bandits.standing;

import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import dev.aisle.campaign.results.bandits.LearnedEpoch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's learning so far, as the guard shows it.
 *
 * @param countedAt when the figures were counted that are shown; {@code null} when none are
 * @param noneLeft whether none are because the reader has had today's new numbers
 * @param left how many new numbers the reader can have today
 * @param threshold how many people it takes
 * @param epochs each time that new figures were shown, the newest first; none when nothing is told
 * @param words what it means
 */
record Learned(
        String campaign,
        int version,
        BanditPlan plan,
        List<String> variations,
        @Nullable Instant countedAt,
        boolean noneLeft,
        int left,
        int threshold,
        List<LearnedEpoch> epochs,
        List<String> words) {
    /** Whether there are figures. */
    public boolean told() {
        return countedAt != null;
    }
}
