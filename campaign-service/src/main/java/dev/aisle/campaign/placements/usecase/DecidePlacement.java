package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.placements.domain.Decision;
import dev.aisle.campaign.placements.domain.DecisionRequest;
import dev.aisle.campaign.placements.usecase.ChooseCampaign.Plan;
import dev.aisle.campaign.placements.usecase.DecisionOutcome.Decided;
import dev.aisle.campaign.placements.usecase.RecordDecision.Outcome;
import dev.aisle.campaign.shared.recommendations.Recommendation;
import dev.aisle.campaign.shared.recommendations.RecommenderGateway;
import dev.aisle.platform.consent.Use;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides what a placement shows to a person. The recommender is asked between two transactions: one that chooses, and one
 * that records if the choice still holds.
 */
@ApplicationScoped
public class DecidePlacement {
    private final ConsentCheck consentCheck;
    private final ChooseCampaign chooseCampaign;
    private final RecordDecision recordDecision;
    private final RecommenderGateway recommender;
    private final WriteContent writeContent;

    DecidePlacement(
            ConsentCheck consentCheck,
            ChooseCampaign chooseCampaign,
            RecordDecision recordDecision,
            RecommenderGateway recommender,
            WriteContent writeContent) {
        this.consentCheck = consentCheck;
        this.chooseCampaign = chooseCampaign;
        this.recordDecision = recordDecision;
        this.recommender = recommender;
        this.writeContent = writeContent;
    }

    /** Decides; the same id again gives the same decision. */
    public DecisionOutcome decide(DecisionRequest asked) {
        DecisionRequest request = asked.under(consentCheck.standing(asked.subject()));
        if (!consentCheck.allowsPersonalization(request.subject())) {
            return forEveryone(request);
        }
        String id = request.decisionId();
        Optional<DecisionOutcome> earlier = id == null ? Optional.empty() : recordDecision.earlier(id, request);
        return earlier.orElseGet(() -> decideAnew(request));
    }

    /** Chooses again while others reach the cap of what was chosen, which happens at most once a campaign. */
    private DecisionOutcome decideAnew(DecisionRequest request) {
        while (true) {
            switch (decideOnce(request)) {
                case Outcome.Answered answered -> {
                    return answered.outcome();
                }
                case Outcome.NotAllowed ignored -> {
                    return forEveryone(request);
                }
                case Outcome.CapReached ignored -> {}
            }
        }
    }

    private Outcome decideOnce(DecisionRequest request) {
        Plan plan = chooseCampaign.choose(request);
        Recommendation answer = recommender.recommend(plan.situation().items(plan.choice(), plan.ranking()));
        Recommendation items = plan.choice().isCrossSell() ? answer.related() : answer;
        Decision decision = Decision.forPerson(
                idOf(request),
                request,
                plan.choice(),
                items,
                writeContent.of(plan.choice(), items, request.language()));
        try (Use _ = consentCheck.beginUse()) {
            return recordDecision.record(plan, decision, items);
        }
    }

    /** Nothing of it is kept or sent: without consent there is no exposure that names a person. */
    private DecisionOutcome forEveryone(DecisionRequest request) {
        Recommendation items = recommender.recommend(request.itemsForEveryone());
        return new Decided(Decision.forEveryone(idOf(request), request, items));
    }

    private static String idOf(DecisionRequest request) {
        String given = request.decisionId();
        return given == null ? UUID.randomUUID().toString() : given;
    }
}
