package dev.aisle.campaign.experiments.judging;

import dev.aisle.campaign.experiments.domain.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of a phase.
 *
 * @param countedAt when the figures were counted that the guard shows; {@code null} when it shows none
 * @param noneLeft whether it shows none because the reader has had today's new numbers
 * @param left how many new numbers the reader can have today
 * @param planned units of all arms at the planned end; 0 as long as the control is too small to plan
 * @param looks one a day, the first one first
 */
public record Analysis(
        Phase phase,
        Instant at,
        @Nullable Instant countedAt,
        boolean noneLeft,
        int left,
        int threshold,
        long planned,
        List<ArmCount> arms,
        List<Comparison> comparisons,
        List<SegmentEffect> segments,
        Optional<Health> health,
        Decision decision,
        List<String> words,
        List<Look> looks) {
    public Analysis {
        arms = List.copyOf(arms);
        comparisons = List.copyOf(comparisons);
        segments = List.copyOf(segments);
        words = List.copyOf(words);
        looks = List.copyOf(looks);
    }

    /** Whether there are figures. */
    public boolean told() {
        return countedAt != null;
    }
}
