package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import dev.aisle.campaign.people.store.PersonRepository;
import dev.aisle.campaign.placements.domain.Choice;
import dev.aisle.campaign.placements.domain.Decision;
import dev.aisle.campaign.placements.domain.DecisionRequest;
import dev.aisle.campaign.placements.domain.Recommendation;
import dev.aisle.campaign.placements.store.DecisionRepository;
import dev.aisle.campaign.placements.store.Recorded;
import dev.aisle.campaign.placements.store.Recorded.Earlier;
import dev.aisle.campaign.placements.usecase.ChooseCampaign.Plan;
import dev.aisle.campaign.placements.usecase.DecisionOutcome.Decided;
import dev.aisle.campaign.placements.usecase.DecisionOutcome.IdTaken;
import dev.aisle.campaign.reports.domain.Assigned;
import dev.aisle.campaign.reports.usecase.RecordAssignment;
import dev.aisle.contracts.Topic;
import dev.aisle.platform.storage.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Keeps a decision and sends its exposure, in one transaction under the person's lock. */
@ApplicationScoped
public class RecordDecision {
    private final PersonRepository people;
    private final DecisionRepository decisions;
    private final RecordAssignment recordAssignment;
    private final ConsentCheck consentCheck;
    private final Outbox outbox;
    private final String tenant;
    private final InstantSource clock;

    RecordDecision(
            PersonRepository people,
            DecisionRepository decisions,
            RecordAssignment recordAssignment,
            ConsentCheck consentCheck,
            Outbox outbox,
            @ConfigProperty(name = "aisle.tenant") String tenant,
            InstantSource clock) {
        this.people = people;
        this.decisions = decisions;
        this.recordAssignment = recordAssignment;
        this.consentCheck = consentCheck;
        this.outbox = outbox;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** How recording ends. */
    public sealed interface Outcome {
        /** It is answered: by this decision or by an earlier one. */
        record Answered(DecisionOutcome outcome) implements Outcome {}

        /** Since the choice, other requests have used up the campaign's frequency cap: choose again. */
        record CapReached() implements Outcome {}

        /** Since the choice, consent was withdrawn or the person erased: nothing may be kept. */
        record NotAllowed() implements Outcome {}
    }

    /** The answer that was given under the request's id, if any. */
    @Transactional
    public Optional<DecisionOutcome> earlier(DecisionRequest request) {
        String id = request.decisionId();
        return id == null ? Optional.empty() : decisions.find(id).map(earlier -> answer(earlier, request));
    }

    /** Records, unless something has changed since the choice. */
    @Transactional
    public Outcome record(Plan plan, Decision decision, Recommendation recommendation) {
        DecisionRequest request = plan.situation().request();
        boolean known = people.lock(request.subject());
        OptionalLong consentVersion = consentCheck.versionThatAllowsPersonalization(request.subject());
        if (!known || consentVersion.isEmpty()) {
            return new Outcome.NotAllowed();
        }
        Optional<Earlier> earlier = decisions.find(decision.id());
        if (earlier.isPresent()) {
            return new Outcome.Answered(answer(earlier.get(), request));
        }
        Instant now = clock.instant();
        if (!withinCap(plan.choice().campaign(), request.subject(), now)) {
            return new Outcome.CapReached();
        }
        if (!decisions.add(new Recorded(request, plan.choice(), decision, now))) {
            return new Outcome.Answered(new IdTaken());
        }
        note(plan.choice(), decision, request.subject(), now);
        if (Exposures.shownAnything(plan.choice(), decision)) {
            outbox.put(
                    Topic.EXPOSURES,
                    request.subject(),
                    Exposures.of(plan, decision, recommendation, now)
                            .setTenant(tenant)
                            .setConsentVersion(consentVersion.getAsLong())
                            .build());
        }
        return new Outcome.Answered(new Decided(decision));
    }

    private void note(Choice choice, Decision decision, String subject, Instant now) {
        Campaign campaign = choice.campaign();
        if (campaign != null) {
            String variation =
                    choice instanceof Choice.Offer offer ? offer.variation().id() : null;
            recordAssignment.record(new Assigned(
                    subject, campaign.id(), campaign.version(), variation, decision.id(), decision.placement(), now));
        }
    }

    private boolean withinCap(@Nullable Campaign campaign, String subject, Instant now) {
        FrequencyCap cap = campaign == null ? null : campaign.frequencyCap();
        if (campaign == null || cap == null) {
            return true;
        }
        return cap.allows(decisions.shown(subject, cap.countsAfter(now)).getOrDefault(campaign.id(), List.of()), now);
    }

    private static DecisionOutcome answer(Earlier earlier, DecisionRequest request) {
        return earlier.requestHash().equals(request.fingerprint()) ? new Decided(earlier.decision()) : new IdTaken();
    }
}
