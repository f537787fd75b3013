package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.campaigns.budgets.Allowance;
import dev.aisle.campaign.campaigns.budgets.Allowances;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import dev.aisle.campaign.campaigns.domain.InVariation;
import dev.aisle.campaign.experiments.usecase.RecordExposure;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.campaign.placements.domain.Choice;
import dev.aisle.campaign.placements.domain.arbitration.Arbitration;
import dev.aisle.campaign.placements.domain.arbitration.Contender;
import dev.aisle.campaign.placements.domain.arbitration.Rule;
import dev.aisle.campaign.placements.store.DecisionRepository;
import dev.aisle.campaign.placements.store.PersonReader;
import dev.aisle.campaign.placements.store.Recorded;
import dev.aisle.campaign.placements.store.Recorded.Earlier;
import dev.aisle.campaign.placements.usecase.ChooseCampaign.Plan;
import dev.aisle.campaign.placements.usecase.DecisionOutcome.Decided;
import dev.aisle.campaign.placements.usecase.DecisionOutcome.IdTaken;
import dev.aisle.campaign.placements.usecase.RecordDecision.Outcome;
import dev.aisle.campaign.results.responses.Assigned;
import dev.aisle.campaign.results.responses.RecordAssignment;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.exposures.v1.Exposure;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.platform.tracing.BatchTraces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Keeps decisions and sends their exposures, in one transaction under the locks of their people. */
@ApplicationScoped
class KeepDecisions {
    private final PersonRepository people;
    private final DecisionRepository decisions;
    private final PersonReader reader;
    private final Allowances allowances;
    private final Contenders contenders;
    private final CapsOverAll caps;
    private final Arbitration arbitration;
    private final RecordAssignment recordAssignment;
    private final RecordExposure recordExposure;
    private final ConsentCheck consentCheck;
    private final Outbox outbox;
    private final BatchTraces traces;
    private final String tenant;
    private final InstantSource clock;

    KeepDecisions(
            PersonRepository people,
            DecisionRepository decisions,
            PersonReader reader,
            Allowances allowances,
            Contenders contenders,
            CapsOverAll caps,
            RecordAssignment recordAssignment,
            RecordExposure recordExposure,
            ConsentCheck consentCheck,
            Outbox outbox,
            BatchTraces traces,
            @ConfigProperty(name = "aisle.tenant") String tenant,
            InstantSource clock) {
        this.people = people;
        this.decisions = decisions;
        this.reader = reader;
        this.allowances = allowances;
        this.contenders = contenders;
        this.caps = caps;
        this.arbitration = new Arbitration(caps.policy());
        this.recordAssignment = recordAssignment;
        this.recordExposure = recordExposure;
        this.consentCheck = consentCheck;
        this.outbox = outbox;
        this.traces = traces;
        this.tenant = tenant;
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
        outcomes.putAll(beyondCaps(open(locked, outcomes), now));
        outcomes.putAll(usedUp(open(locked, outcomes)));
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
                intent.allowance().ifPresent(allowances::giveBack);
                outcomes.put(intent, new Outcome.Answered(notAdded(intent)));
            }
        }
        recordAssignment.record(
                kept.stream().flatMap(intent -> assigned(intent, now)).toList());
        recordExposure.record(kept.stream()
                .flatMap(intent -> intent.plan.experiments().seen(experimentsOf(intent), now).stream())
                .toList());
        expose(kept, consents, now);
        return outcomes;
    }

    /** Each goes on with the trace of the request that it is of. */
    private void expose(List<Intent> kept, Map<Intent, Long> consents, Instant now) {
        List<Exposure> exposures = new ArrayList<>();
        Map<String, String> traced = new HashMap<>();
        for (Intent intent : kept) {
            if (Exposures.shownAnything(intent.plan.choice(), intent.decision)) {
                Exposure exposure = exposure(intent, consents.getOrDefault(intent, 0L), now);
                exposures.add(exposure);
                intent.goesOn(exposure.getPseudonym(), traced);
            }
        }
        traces.over(traced, () -> outbox.put(Topic.EXPOSURES, Exposure::getPseudonym, exposures));
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

    /** Those whose people have got enough since the choice. */
    private Map<Intent, Outcome> beyondCaps(List<Intent> open, Instant now) {
        Map<String, Instant> after = new HashMap<>();
        open.forEach(intent -> window(intent).ifPresent(window -> after.put(intent.subject(), now.minus(window))));
        if (after.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<String, List<Instant>>> shown =
                reader.shown(after, caps.longestWindow().isPresent());
        Map<Intent, Outcome> outcomes = new HashMap<>();
        open.stream()
                .filter(intent -> after.containsKey(intent.subject()))
                .filter(intent -> !within(intent, shown.getOrDefault(intent.subject(), Map.of()), now))
                .forEach(intent -> outcomes.put(intent, new Outcome.CapReached()));
        return outcomes;
    }

    private @Nullable FrequencyCap cap(Intent intent) {
        Campaign campaign = intent.plan.choice().campaign();
        return campaign == null
                ? null
                : intent.plan.situation().said().lowered(campaign).frequencyCap();
    }

    /** How far back showings count for it; empty when there is no cap, or no campaign. */
    private Optional<Duration> window(Intent intent) {
        return intent.plan.choice().campaign() == null
                ? Optional.empty()
                : Stream.concat(Stream.ofNullable(cap(intent)).map(FrequencyCap::window), caps.longestWindow().stream())
                        .max(Comparator.naturalOrder());
    }

    private boolean within(Intent intent, Map<String, List<Instant>> shown, Instant now) {
        FrequencyCap cap = cap(intent);
        Campaign campaign = intent.plan.choice().campaign();
        List<Instant> own = campaign == null ? List.of() : shown.getOrDefault(campaign.id(), List.of());
        return (cap == null || cap.allows(own, now)) && !arbitration.reached(shown, now);
    }

    /** Takes what giving them needs; those for which nothing is left. */
    private Map<Intent, Outcome> usedUp(List<Intent> open) {
        Map<Allowance, List<Intent>> wanted = new HashMap<>();
        open.forEach(intent -> intent.allowance()
                .ifPresent(allowance -> wanted.computeIfAbsent(allowance, _ -> new ArrayList<>())
                        .add(intent)));
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<Intent, Outcome> outcomes = new HashMap<>();
        Map<Allowance, Integer> numbers = new HashMap<>();
        wanted.forEach((allowance, intents) -> numbers.put(allowance, intents.size()));
        allowances.take(numbers).forEach((allowance, taken) -> {
            List<Intent> intents = wanted.getOrDefault(allowance, List.of());
            if (taken.outcome() == Allowances.Outcome.USED_UP) {
                contenders.usedUp(allowance);
            }
            intents.stream().skip(taken.number()).forEach(one -> outcomes.put(one, new Outcome.CapReached()));
        });
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

    private Exposure exposure(Intent intent, long consentVersion, Instant now) {
        return Exposures.of(intent.plan, intent.decision, intent.recommendation, now)
                .setTenant(tenant)
                .setConsentVersion(consentVersion)
                .build();
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
