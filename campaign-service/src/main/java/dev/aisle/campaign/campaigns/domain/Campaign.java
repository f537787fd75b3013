package dev.aisle.campaign.campaigns.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A campaign in one version, as it decides.
 *
 * @param priority the higher one decides first
 * @param placements where it may be shown; none for one that is sent
 * @param holdoutShare the share of eligible people who don't get it, so that its effect can be measured; {@code 0 ≤ share < 1}
 * @param seed of the hash that assigns people, and the name of its experiment; a campaign that starts anew takes a new one
 * @param frequencyCap how often a person gets it; {@code null} for any number of times
 * @param only who may get it beside all other rules: who is in a variation of an experiment; {@code null} for anybody
 * @param fallbacks what stands for a value that isn't there, by its name ({@code coupon.code})
 */
public record Campaign(
        String id,
        int version,
        CampaignKind kind,
        CampaignStatus status,
        int priority,
        Set<String> placements,
        Audience audience,
        Conditions conditions,
        Schedule schedule,
        double holdoutShare,
        String seed,
        @Nullable FrequencyCap frequencyCap,
        List<Variation> variations,
        Map<String, String> fallbacks,
        @Nullable InVariation only) {
    /** How far the weights' sum may be from 1. */
    public static final double TOLERANCE = 1e-9;

    public Campaign {
        placements = Set.copyOf(placements);
        variations = List.copyOf(variations);
        fallbacks = Map.copyOf(fallbacks);
        Rules.require(!id.isBlank(), "id", "must not be empty");
        Rules.require(version > 0, "version", "must be 1 or more");
        Rules.require(holdoutShare >= 0 && holdoutShare < 1, "holdout", "must be at least 0 and less than 1");
        Rules.require(!seed.isBlank(), "seed", "must not be empty");
        double sum = variations.stream().mapToDouble(Variation::weight).sum();
        Rules.require(Math.abs(sum - 1) < TOLERANCE, "variations.weight", "must sum to 1, not " + sum);
    }

    /** Whether it decides at this placement now. */
    public boolean runsAt(String placement, Instant now) {
        return status == CampaignStatus.ACTIVE && placements.contains(placement) && schedule.covers(now);
    }

    /** The same with another cap. */
    public Campaign capped(FrequencyCap cap) {
        return new Campaign(
                id,
                version,
                kind,
                status,
                priority,
                placements,
                audience,
                conditions,
                schedule,
                holdoutShare,
                seed,
                cap,
                variations,
                fallbacks,
                only);
    }

    /** {@code welcome@1}: which campaign in which version. */
    public String reference() {
        return id + "@" + version;
    }
}
