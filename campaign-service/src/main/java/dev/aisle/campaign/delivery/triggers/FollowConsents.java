package dev.aisle.campaign.delivery.triggers;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.definition.TriggerType;
import dev.aisle.campaign.delivery.journeys.domain.Journey.Begun;
import dev.aisle.campaign.delivery.journeys.store.RecipientRepository;
import dev.aisle.campaign.delivery.journeys.store.RecipientRepository.Known;
import dev.aisle.campaign.delivery.journeys.usecase.JourneyWork;
import dev.aisle.campaign.delivery.journeys.usecase.OpenJourneys;
import dev.aisle.campaign.delivery.journeys.usecase.StandOnSchedule;
import dev.aisle.campaign.delivery.journeys.usecase.Ways;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.person.FollowsConsents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who allows for the first time what a campaign needs to reach somebody. */
@ApplicationScoped
class FollowConsents implements FollowsConsents {
    private final PersonRepository people;
    private final RecipientRepository recipients;
    private final TriggeredCampaigns campaigns;
    private final OpenJourneys openJourneys;
    private final StandOnSchedule standOnSchedule;
    private final InstantSource clock;

    FollowConsents(
            PersonRepository people,
            RecipientRepository recipients,
            TriggeredCampaigns campaigns,
            OpenJourneys openJourneys,
            StandOnSchedule standOnSchedule,
            InstantSource clock) {
        this.people = people;
        this.recipients = recipients;
        this.campaigns = campaigns;
        this.openJourneys = openJourneys;
        this.standOnSchedule = standOnSchedule;
        this.clock = clock;
    }

    /** A consent state that allows personalization and a way to the person. */
    private record Granted(String pseudonym, long version, boolean email, boolean push, Instant at) {}

    /** Said again, nothing is for the first time. */
    @Override
    @Transactional
    public void follow(Collection<ConsentState> states) {
        List<Granted> batch = states.stream()
                .map(FollowConsents::granted)
                .flatMap(Optional::stream)
                .toList();
        if (!batch.isEmpty()) {
            take(batch);
        }
    }

    private static Optional<Granted> granted(ConsentState state) {
        Consent consent = Consent.of(state);
        Instant now = Instant.now();
        boolean email = consent.allows(Purpose.MARKETING_EMAIL, now);
        boolean push = consent.allows(Purpose.MARKETING_PUSH, now);
        return state.getSuccessor().isEmpty() && consent.allows(Purpose.PERSONALIZATION, now) && (email || push)
                ? Optional.of(new Granted(
                        state.getPseudonym(),
                        state.getVersion(),
                        email,
                        push,
                        Instant.ofEpochSecond(state.getChangedAt().getSeconds())))
                : Optional.empty();
    }

    private void take(List<Granted> batch) {
        Set<String> alive =
                people.lock(batch.stream().map(Granted::pseudonym).toList()).keySet();
        List<Granted> living =
                batch.stream().filter(one -> alive.contains(one.pseudonym())).toList();
        Map<String, Known> known =
                recipients.of(living.stream().map(Granted::pseudonym).toList());
        Map<String, Known> after = new HashMap<>(known);
        JourneyWork work = openJourneys.of(alive);
        List<Definition> first = campaigns.now().getOrDefault(TriggerType.FIRST_CONSENT, List.of());
        for (Granted one : living) {
            Known before = after.getOrDefault(one.pseudonym(), Known.NOBODY);
            after.put(
                    one.pseudonym(),
                    new Known(
                            before.recipient(),
                            before.visited(),
                            before.ordered(),
                            before.allowedEmail() || one.email(),
                            before.allowedPush() || one.push()));
            begin(one, before, first, work);
        }
        work.keep();
        recipients.put(
                after.entrySet().stream()
                        .filter(one -> !one.getValue().equals(known.get(one.getKey())))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                clock.instant());
        // Also of those who had taken it back: what they stood on went with it.
        standOnSchedule.stand(after.keySet());
    }

    private static void begin(Granted one, Known before, List<Definition> first, JourneyWork work) {
        first.stream()
                .filter(definition -> Ways.of(definition).stream()
                        .anyMatch(way -> way.purpose() == Purpose.MARKETING_EMAIL
                                ? one.email() && !before.allowedEmail()
                                : one.push() && !before.allowedPush()))
                .forEach(definition -> work.begin(
                        one.pseudonym(),
                        definition,
                        new Begun(TriggerType.FIRST_CONSENT.code(), null),
                        one.version(),
                        one.at()));
    }
}
