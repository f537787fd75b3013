package dev.aisle.campaign.delivery.journeys.domain;

import dev.aisle.campaign.campaigns.domain.definition.SinceEntry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One instruction of a journey's program. */
public sealed interface Instruction {
    /** Sends a variation; {@code null}: the assigned one. */
    record Send(@Nullable String variation) implements Instruction {}

    /** Comes back after a span. */
    record Wait(Duration span) implements Instruction {}

    /** Goes on elsewhere unless the condition holds. */
    record JumpUnless(SinceEntry condition, int target) implements Instruction {}

    /** Goes on elsewhere. */
    record Jump(int target) implements Instruction {}
}
