package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.decisions.domain.DecisionTrace;
import dev.aisle.campaign.decisions.domain.DecisionTrace.Versions;
import dev.aisle.campaign.decisions.domain.DecisionTrace.Weighed;
import dev.aisle.campaign.placements.domain.Recommendation;
import dev.aisle.campaign.placements.domain.arbitration.Contender;
import dev.aisle.campaign.placements.domain.arbitration.Rule;
import dev.aisle.campaign.placements.domain.arbitration.Ruling;
import dev.aisle.campaign.placements.usecase.ChooseCampaign.Plan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The trace of a decision. */
final class Traces {
    private Traces() {}

    static DecisionTrace of(Plan plan, Recommendation recommendation, long consentVersion, String currency) {
        List<Contender> ranked = plan.ruling().ranked();
        Contender winner = ranked.isEmpty() ? null : ranked.getFirst();
        Map<String, List<String>> stopped = new TreeMap<>();
        plan.ruling()
                .stopped()
                .forEach((rule, campaigns) -> stopped.put(
                        rule.code(), campaigns.stream().map(Campaign::reference).toList()));
        return new DecisionTrace(
                currency,
                winner == null ? null : weighed(winner, null),
                winner == null
                        ? List.of()
                        : ranked.stream()
                                .skip(1)
                                .map(loser -> weighed(loser, Ruling.lostBy(loser, winner)))
                                .toList(),
                stopped,
                versions(plan, recommendation, consentVersion));
    }

    private static Weighed weighed(Contender contender, @Nullable Rule rule) {
        return new Weighed(
                contender.campaign().reference(),
                // A thousandth of a cent tells any two apart that differ for a reason.
                Math.round(contender.worth().expected() * 1000) / 1000.0,
                contender.worth().measured(),
                contender.campaign().priority(),
                rule == null ? null : rule.code());
    }

    private static Versions versions(Plan plan, Recommendation recommendation, long consentVersion) {
        return recommendation instanceof Recommendation.Recommended recommended
                ? new Versions(
                        plan.profileVersion(), consentVersion, recommended.modelVersion(), recommended.requestId())
                : new Versions(plan.profileVersion(), consentVersion, null, null);
    }
}
