package dev.aisle.campaign.delivery.triggers;

import dev.aisle.campaign.campaigns.domain.definition.Behaviour;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.definition.TriggerType;
import dev.aisle.campaign.delivery.journeys.domain.Journey.Begun;
import dev.aisle.campaign.delivery.journeys.domain.Recipient;
import dev.aisle.campaign.delivery.journeys.store.RecipientRepository;
import dev.aisle.campaign.delivery.journeys.store.RecipientRepository.Known;
import dev.aisle.campaign.delivery.journeys.usecase.JourneyWork;
import dev.aisle.campaign.delivery.journeys.usecase.StandOnSchedule;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.identity.Successors;
import dev.aisle.platform.storage.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets events reach journeys: what somebody does may end one or decide a branch, and may begin another. In the order of the events; an event that
 * was handled before changes nothing.
 */
@ApplicationScoped
public class FollowHappenings {
    private static final String CONSUMER = "triggers";

    private final Ledger ledger;
    private final ConsentAtUse consents;
    private final Successors successors;
    private final PersonRepository people;
    private final RecipientRepository recipients;
    private final TriggeredCampaigns campaigns;
    private final StandOnSchedule standOnSchedule;
    private final InstantSource clock;

    FollowHappenings(
            Ledger ledger,
            ConsentAtUse consents,
            Successors successors,
            PersonRepository people,
            RecipientRepository recipients,
            TriggeredCampaigns campaigns,
            StandOnSchedule standOnSchedule,
            InstantSource clock) {
        this.ledger = ledger;
        this.consents = consents;
        this.successors = successors;
        this.people = people;
        this.recipients = recipients;
        this.campaigns = campaigns;
        this.standOnSchedule = standOnSchedule;
        this.clock = clock;
    }

    /** Takes a batch. Events that tell nothing new of anybody are left before anything is written. */
    @Transactional
    public void follow(List<Happening> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Map<String, String> moved =
                successors.among(batch.stream().map(Happening::pseudonym).collect(Collectors.toSet()));
        List<Happening> standing = batch.stream()
                .map(one -> moved.containsKey(one.pseudonym()) ? one.under(moved.get(one.pseudonym())) : one)
                .toList();
        Map<String, Known> known = recipients.of(pseudonyms(standing));
        List<Happening> telling = standing.stream()
                .filter(one -> one.behaviour() != null
                        || !told(known.getOrDefault(one.pseudonym(), Known.NOBODY), one)
                                .equals(known.get(one.pseudonym())))
                .toList();
        if (telling.isEmpty()) {
            return;
        }
        Set<String> fresh = ledger.firstSeen(
                CONSUMER, telling.stream().map(Happening::eventId).toList());
        keep(telling.stream()
                .filter(one -> fresh.remove(one.eventId()))
                .filter(one -> consents.allows(one.seen(), Purpose.PERSONALIZATION))
                .toList());
    }

    /** What was forgotten stays so: the check under the lock is for an event whose consent was asked just before. */
    private void keep(List<Happening> usable) {
        Map<String, Long> withdrawn = people.lock(pseudonyms(usable));
        List<Happening> kept = usable.stream()
                .filter(one -> one.seen().version() >= withdrawn.getOrDefault(one.pseudonym(), Long.MAX_VALUE))
                .toList();
        Map<String, Known> known = recipients.of(pseudonyms(kept));
        Map<String, Known> after = new HashMap<>(known);
        Map<TriggerType, List<Definition>> triggered = campaigns.now();
        JourneyWork work = campaigns.of(pseudonyms(kept));
        for (Happening one : kept) {
            Known before = after.getOrDefault(one.pseudonym(), Known.NOBODY);
            Known told = told(before, one);
            after.put(one.pseudonym(), told);
            one.did().ifPresent(behaviour -> work.happened(one.pseudonym(), behaviour, one.campaign()));
            begin(one, new Occasion.First(!before.visited(), told.ordered() && !before.ordered()), triggered, work);
        }
        work.keep();
        recipients.put(
                after.entrySet().stream()
                        .filter(one -> !one.getValue().equals(known.get(one.getKey())))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                clock.instant());
        standOnSchedule.stand(after.entrySet().stream()
                .filter(one -> !zoneOf(one.getValue()).equals(zoneOf(known.get(one.getKey()))))
                .map(Map.Entry::getKey)
                .toList());
    }

    private static void begin(
            Happening one, Occasion.First first, Map<TriggerType, List<Definition>> triggered, JourneyWork work) {
        for (Occasion occasion : Occasion.of(one, first)) {
            triggered
                    .getOrDefault(occasion.type(), List.of())
                    .forEach(definition -> work.begin(
                            one.pseudonym(),
                            definition,
                            new Begun(occasion.key(), occasion.productId()),
                            one.seen().version(),
                            one.at()));
        }
    }

    /** What is known of somebody after an event. */
    private static Known told(Known before, Happening one) {
        String locale = one.locale() == null ? before.recipient().locale() : one.locale();
        String zone = one.zone() == null ? before.recipient().zone() : one.zone();
        return new Known(
                new Recipient(locale, zone),
                true,
                before.ordered() || one.behaviour() == Behaviour.BOUGHT,
                before.allowedEmail(),
                before.allowedPush());
    }

    /** Nothing of somebody who is new, who stands on no schedule yet. */
    private static Optional<String> zoneOf(@Nullable Known known) {
        return known == null
                ? Optional.empty()
                : Optional.of(String.valueOf(known.recipient().zone()));
    }

    private static Set<String> pseudonyms(List<Happening> all) {
        return all.stream().map(Happening::pseudonym).collect(Collectors.toSet());
    }
}
