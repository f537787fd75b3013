package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.placements.domain.Decision;

/** How a request for a decision ends. */
public sealed interface DecisionOutcome {
    /** A decision, now or earlier under the same id. */
    record Decided(Decision decision) implements DecisionOutcome {}

    /** The id belongs to a decision that was asked for with another request. */
    record IdTaken() implements DecisionOutcome {}
}
