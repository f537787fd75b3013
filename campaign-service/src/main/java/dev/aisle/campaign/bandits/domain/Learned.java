package dev.aisle.campaign.bandits.domain;

import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import java.util.List;

/**
 * What a campaign has learned so far.
 *
 * @param told whether there are enough people to tell it
 * @param threshold how many that takes
 * @param epochs the newest first; none when it isn't told
 * @param words what it means
 */
public record Learned(
        String campaign,
        int version,
        BanditPlan plan,
        List<String> variations,
        boolean told,
        int threshold,
        List<LearnedEpoch> epochs,
        List<String> words) {}
