package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.placements.decisions.DecisionTrace.Versions;
import dev.aisle.campaign.placements.decisions.KeptTrace;
import dev.aisle.campaign.placements.decisions.Places;
import dev.aisle.campaign.placements.usecase.ChooseCampaign.Plan;
import dev.aisle.campaign.shared.recommendations.Recommendation;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The trace of a decision. */
final class Traces {
    private Traces() {}

    static KeptTrace of(Plan plan, Recommendation recommendation, long consentVersion) {
        Map<String, Places> stopped = new TreeMap<>();
        plan.ruling()
                .stopped()
                .forEach((rule, campaigns) ->
                        stopped.put(rule.code(), places(campaigns, plan.roster().places())));
        return new KeptTrace(plan.roster().digest(), stopped, versions(plan, recommendation, consentVersion));
    }

    private static Places places(List<Campaign> campaigns, Map<String, Integer> places) {
        BitSet set = new BitSet();
        for (Campaign campaign : campaigns) {
            set.set(Objects.requireNonNull(places.get(campaign.id()), campaign.id()));
        }
        return new Places(set);
    }

    private static Versions versions(Plan plan, Recommendation recommendation, long consentVersion) {
        return recommendation instanceof Recommendation.Recommended recommended
                ? new Versions(
                        plan.profileVersion(), consentVersion, recommended.modelVersion(), recommended.requestId())
                : new Versions(plan.profileVersion(), consentVersion, null, null);
    }
}
