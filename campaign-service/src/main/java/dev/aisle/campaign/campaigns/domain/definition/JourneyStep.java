package dev.aisle.campaign.campaigns.domain.definition;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a journey, as it is written. */
public sealed interface JourneyStep {
    /**
     * Sends a message.
     *
     * @param variation which one; {@code null} for the one that the hash gives the person
     */
    record Send(@Nullable String variation) implements JourneyStep {}

    /** Waits, in hours and days of 24 hours. */
    record Wait(Duration span) implements JourneyStep {}

    /** Goes on by what the person did. */
    record Branch(SinceEntry condition, List<JourneyStep> then, List<JourneyStep> otherwise) implements JourneyStep {
        public Branch {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }
}
