package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.InVariation;
import dev.aisle.campaign.experiments.usecase.RecordExposure;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.campaign.placements.domain.Choice;
import dev.aisle.campaign.placements.domain.arbitration.Contender;
import dev.aisle.campaign.placements.domain.arbitration.Rule;
import dev.aisle.campaign.placements.store.DecisionRepository;
import dev.aisle.campaign.placements.store.Recorded;
import dev.aisle.campaign.placements.store.Recorded.Earlier;
import dev.aisle.campaign.placements.usecase.ChooseCampaign.Plan;
import dev.aisle.campaign.placements.usecase.DecisionOutcome.Decided;
import dev.aisle.campaign.placements.usecase.DecisionOutcome.IdTaken;
import dev.aisle.campaign.placements.usecase.RecordDecision.Outcome;
import dev.aisle.campaign.results.responses.Assigned;
import dev.aisle.campaign.results.responses.RecordAssignment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps decisions and sends their exposures, in one transaction under the locks of their people. */
@ApplicationScoped
class KeepDecisions {
    private final PersonRepository people;
    private final DecisionRepository decisions;
    private final LimitsNow limits;
    private final RecordAssignment recordAssignment;
    private final RecordExposure recordExposure;
    private final ConsentCheck consentCheck;
    private final SendExposures sendExposures;
    private final InstantSource clock;

    KeepDecisions(
            PersonRepository people,
            DecisionRepository decisions,
            LimitsNow limits,
            RecordAssignment recordAssignment,
            RecordExposure recordExposure,
            ConsentCheck consentCheck,
            SendExposures sendExposures,
            InstantSource clock) {
        this.people = people;
        this.decisions = decisions;
        this.limits = limits;
        this.recordAssignment = recordAssignment;
        this.recordExposure = recordExposure;
        this.consentCheck = consentCheck;
        this.sendExposures = sendExposures;
        this.clock = clock;
    }

    /** Keeps decisions of different people, under different ids; people who have no row yet are left out. */
    @Transactional
    Map<Intent, Outcome> keep(List<Intent> intents) {
        Set<String> known = people.lockKnown(intents.stream()
                .flatMap(intent -> intent.people().stream())
                .distinct()
                .toList());
        return outcomes(intents.stream()
                .filter(intent -> known.containsAll(intent.people()))
                .toList());
    }

    /** Keeps one, also of a person who has no row yet. */
    @Transactional
    Outcome keepAlone(Intent intent) {
        Set<String> concerned = intent.people();
        return people.lockAlive(concerned).containsAll(concerned)
                ? outcomes(List.of(intent)).getOrDefault(intent, new Outcome.NotAllowed())
                : new Outcome.NotAllowed();
    }

    /** Goes through them step by step, all together; whatever gets its outcome goes no further. */
    private Map<Intent, Outcome> outcomes(List<Intent> locked) {
        Instant now = clock.instant();
        Map<Intent, Outcome> outcomes = new HashMap<>();
        Map<Intent, Long> consents = new HashMap<>();
        for (Intent intent : locked) {
            OptionalLong version = consentCheck.versionThatAllowsPersonalization(intent.subject());
            version.ifPresentOrElse(
                    allowed -> consents.put(intent, allowed), () -> outcomes.put(intent, new Outcome.NotAllowed()));
        }
        outcomes.putAll(earlier(open(locked, outcomes)));
        outcomes.putAll(limits.beyondCaps(open(locked, outcomes), now));
        outcomes.putAll(limits.usedUp(open(locked, outcomes)));
        List<Intent> left = open(locked, outcomes);
        Set<String> added = decisions.add(left.stream()
                .map(intent -> recorded(intent, consents.getOrDefault(intent, 0L), now))
                .toList());
        List<Intent> kept = new ArrayList<>();
        for (Intent intent : left) {
            if (added.contains(intent.id())) {
                kept.add(intent);
                outcomes.put(intent, new Outcome.Answered(new Decided(intent.decision)));
            } else {
                limits.giveBack(intent);
                outcomes.put(intent, new Outcome.Answered(notAdded(intent)));
            }
        }
        recordAssignment.record(
                kept.stream().flatMap(intent -> assigned(intent, now)).toList());
        recordExposure.record(kept.stream()
                .flatMap(intent -> intent.plan.experiments().seen(experimentsOf(intent), now).stream())
                .toList());
        sendExposures.of(kept, consents, now);
        return outcomes;
    }

    /** An id that was made here is there already when an attempt went through of which nobody heard. */
    private static DecisionOutcome notAdded(Intent intent) {
        return intent.request().decisionId() == null ? new Decided(intent.decision) : new IdTaken();
    }

    private static List<Intent> open(List<Intent> all, Map<Intent, Outcome> outcomes) {
        return all.stream().filter(one -> !outcomes.containsKey(one)).toList();
    }

    /** Those whose id was used before. */
    private Map<Intent, Outcome> earlier(List<Intent> open) {
        Map<Intent, Outcome> outcomes = new HashMap<>();
        for (Intent intent : open) {
            String id = intent.request().decisionId();
            Optional<Earlier> earlier = id == null ? Optional.empty() : decisions.find(id);
            earlier.ifPresent(
                    one -> outcomes.put(intent, new Outcome.Answered(RecordDecision.answer(one, intent.request()))));
        }
        return outcomes;
    }

    /** The one that ordered the products that are shown, and those whose campaigns this person could have got, whichever variation he or she is in. */
    private static List<String> experimentsOf(Intent intent) {
        Stream<String> ranked =
                intent.decision.items().isEmpty() ? Stream.empty() : intent.plan.experiments().rankedBy().stream();
        return Stream.concat(ranked, experimentsOf(intent.plan).stream()).toList();
    }

    private static List<String> experimentsOf(Plan plan) {
        return plan.roster().experiments().isEmpty()
                ? List.of()
                : Stream.concat(
                                plan.ruling().ranked().stream().map(Contender::campaign),
                                plan.ruling().stopped().getOrDefault(Rule.EXPERIMENT, List.of()).stream())
                        .map(Campaign::only)
                        .filter(Objects::nonNull)
                        .map(InVariation::experiment)
                        .toList();
    }

    private static Recorded recorded(Intent intent, long consentVersion, Instant now) {
        return new Recorded(
                intent.request(),
                intent.plan.choice(),
                intent.decision,
                Traces.of(intent.plan, intent.recommendation, consentVersion),
                now);
    }

    private static Stream<Assigned> assigned(Intent intent, Instant now) {
        Choice choice = intent.plan.choice();
        Campaign campaign = choice.campaign();
        if (campaign == null) {
            return Stream.empty();
        }
        Choice.Offer offer = choice instanceof Choice.Offer given ? given : null;
        return Stream.of(new Assigned(
                intent.subject(),
                campaign.id(),
                campaign.version(),
                offer == null ? null : offer.variation().id(),
                intent.id(),
                intent.decision.placement(),
                now,
                offer == null ? null : Double.valueOf(offer.propensity() / (1 - campaign.holdoutShare())),
                offer == null ? null : offer.epoch()));
    }
}
