package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.budgets.domain.Allowance;
import dev.aisle.campaign.budgets.usecase.Allowances;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import dev.aisle.campaign.decisions.domain.DecisionTrace;
import dev.aisle.campaign.people.store.PersonRepository;
import dev.aisle.campaign.placements.domain.Choice;
import dev.aisle.campaign.placements.domain.Decision;
import dev.aisle.campaign.placements.domain.DecisionRequest;
import dev.aisle.campaign.placements.domain.Recommendation;
import dev.aisle.campaign.placements.domain.arbitration.Arbitration;
import dev.aisle.campaign.placements.store.DecisionRepository;
import dev.aisle.campaign.placements.store.PersonReader;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps a decision and sends its exposure, in one transaction under the person's lock. */
@ApplicationScoped
public class RecordDecision {
    private final PersonRepository people;
    private final DecisionRepository decisions;
    private final PersonReader reader;
    private final Allowances allowances;
    private final Contenders contenders;
    private final CapsOverAll caps;
    private final DecisionSettings settings;
    private final RecordAssignment recordAssignment;
    private final ConsentCheck consentCheck;
    private final Outbox outbox;
    private final String tenant;
    private final InstantSource clock;

    RecordDecision(
            PersonRepository people,
            DecisionRepository decisions,
            PersonReader reader,
            Allowances allowances,
            Contenders contenders,
            CapsOverAll caps,
            DecisionSettings settings,
            RecordAssignment recordAssignment,
            ConsentCheck consentCheck,
            Outbox outbox,
            @ConfigProperty(name = "aisle.tenant") String tenant,
            InstantSource clock) {
        this.people = people;
        this.decisions = decisions;
        this.reader = reader;
        this.allowances = allowances;
        this.contenders = contenders;
        this.caps = caps;
        this.settings = settings;
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

        /** Since the choice, other requests have used up a cap or the campaign's budget: choose again. */
        record CapReached() implements Outcome {}

        /** Since the choice, consent was withdrawn or the person erased: nothing may be kept. */
        record NotAllowed() implements Outcome {}
    }

    /** The answer that was given under an id, if any. */
    @Transactional
    public Optional<DecisionOutcome> earlier(String id, DecisionRequest request) {
        return decisions.find(id).map(earlier -> answer(earlier, request));
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
        Optional<Earlier> earlier = request.decisionId() == null ? Optional.empty() : decisions.find(decision.id());
        if (earlier.isPresent()) {
            return new Outcome.Answered(answer(earlier.get(), request));
        }
        Instant now = clock.instant();
        if (!withinCaps(plan, request.subject(), now) || !take(plan)) {
            return new Outcome.CapReached();
        }
        DecisionTrace trace = Traces.of(plan, recommendation, consentVersion.getAsLong(), settings.currency());
        if (!decisions.add(new Recorded(request, plan.choice(), decision, trace, now))) {
            taken(plan).ifPresent(allowances::giveBack);
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
            Choice.Offer offer = choice instanceof Choice.Offer given ? given : null;
            recordAssignment.record(new Assigned(
                    subject,
                    campaign.id(),
                    campaign.version(),
                    offer == null ? null : offer.variation().id(),
                    decision.id(),
                    decision.placement(),
                    now,
                    offer == null ? null : Double.valueOf(offer.propensity() / (1 - campaign.holdoutShare())),
                    offer == null ? null : offer.epoch()));
        }
    }

    private boolean withinCaps(Plan plan, String subject, Instant now) {
        Campaign campaign = plan.choice().campaign();
        if (campaign == null) {
            return true;
        }
        FrequencyCap cap = plan.situation().said().lowered(campaign).frequencyCap();
        Optional<Duration> longest = Stream.concat(
                        Stream.ofNullable(cap).map(FrequencyCap::window), caps.longestWindow().stream())
                .max(Comparator.naturalOrder());
        if (longest.isEmpty()) {
            return true;
        }
        Map<String, List<Instant>> shown = reader.shown(subject, now.minus(longest.get()));
        return (cap == null || cap.allows(shown.getOrDefault(campaign.id(), List.of()), now))
                && !new Arbitration(caps.policy()).reached(shown, now);
    }

    /** Takes what giving it needs; false when nothing is left. */
    private boolean take(Plan plan) {
        Optional<Allowance> allowance = taken(plan);
        if (allowance.isEmpty()) {
            return true;
        }
        Allowances.Outcome outcome = allowances.take(allowance.get());
        if (outcome == Allowances.Outcome.USED_UP) {
            contenders.usedUp(allowance.get());
        }
        return outcome == Allowances.Outcome.TAKEN;
    }

    /** What is taken when it is given; who is held out gets nothing and costs nothing. */
    private static Optional<Allowance> taken(Plan plan) {
        return plan.choice() instanceof Choice.Offer
                ? Optional.ofNullable(plan.ruling().ranked().getFirst().allowance())
                : Optional.empty();
    }

    private static DecisionOutcome answer(Earlier earlier, DecisionRequest request) {
        return earlier.requestHash().equals(request.fingerprint()) ? new Decided(earlier.decision()) : new IdTaken();
    }
}
