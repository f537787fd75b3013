package dev.aisle.campaign.placements.store;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.placements.decisions.KeptTrace;
import dev.aisle.campaign.placements.domain.Choice;
import dev.aisle.campaign.placements.domain.Decision;
import dev.aisle.campaign.placements.domain.DecisionRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision with what led to it, as it is kept. */
public record Recorded(DecisionRequest request, Choice choice, Decision decision, KeptTrace trace, Instant at) {
    /** The decision under an id, and the fingerprint of the request that it answered. */
    public record Earlier(String requestHash, Decision decision) {}

    boolean heldOut() {
        return choice instanceof Choice.HeldOut;
    }

    @Nullable
    String campaignId() {
        Campaign campaign = choice.campaign();
        return campaign == null ? null : campaign.id();
    }

    @Nullable
    Integer campaignVersion() {
        Campaign campaign = choice.campaign();
        return campaign == null ? null : campaign.version();
    }
}
