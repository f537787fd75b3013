package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.campaigns.budgets.Allowance;
import dev.aisle.campaign.placements.domain.Choice;
import dev.aisle.campaign.placements.domain.Decision;
import dev.aisle.campaign.placements.domain.DecisionRequest;
import dev.aisle.campaign.placements.usecase.ChooseCampaign.Plan;
import dev.aisle.campaign.shared.recommendations.Recommendation;
import dev.aisle.platform.tracing.TraceParent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A decision that is to be kept; no other one is equal to it. */
final class Intent {
    final Plan plan;
    final Decision decision;
    final Recommendation recommendation;
    private final @Nullable String traceParent = TraceParent.current();

    Intent(Plan plan, Decision decision, Recommendation recommendation) {
        this.plan = plan;
        this.decision = decision;
        this.recommendation = recommendation;
    }

    /** Where a message under this key goes on, when the request is traced. */
    void goesOn(String key, Map<String, String> into) {
        if (traceParent != null) {
            into.put(key, traceParent);
        }
    }

    String id() {
        return decision.id();
    }

    DecisionRequest request() {
        return plan.situation().request();
    }

    String subject() {
        return request().subject();
    }

    /** Whose rows it concerns: a browser's exposures are its person's. */
    Set<String> people() {
        return Set.copyOf(List.of(subject(), plan.experiments().whose().person()));
    }

    /** What is taken when it is given; who is held out gets nothing and costs nothing. */
    Optional<Allowance> allowance() {
        return plan.choice() instanceof Choice.Offer
                ? Optional.ofNullable(plan.ruling().ranked().getFirst().allowance())
                : Optional.empty();
    }
}
