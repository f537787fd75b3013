package dev.aisle.campaign.people;

import dev.aisle.campaign.shared.CampaignSettings;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.identity.Successors;
import dev.aisle.platform.storage.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what people saw and bought last, and how often they bought. */
@ApplicationScoped
public class FollowEvents {
    private static final String CONSUMER = "events";

    private final Ledger ledger;
    private final ConsentAtUse consents;
    private final Successors successors;
    private final PersonRepository people;
    private final ItemRepository items;
    private final CampaignSettings settings;

    FollowEvents(
            Ledger ledger,
            ConsentAtUse consents,
            Successors successors,
            PersonRepository people,
            ItemRepository items,
            CampaignSettings settings) {
        this.ledger = ledger;
        this.consents = consents;
        this.successors = successors;
        this.people = people;
        this.items = items;
        this.settings = settings;
    }

    /** Takes a batch; events that were handled before change nothing. */
    @Transactional
    public void follow(List<Footprint> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Set<String> fresh = ledger.firstSeen(
                CONSUMER, batch.stream().map(Footprint::eventId).toList());
        // The ledger knows what was before; within the batch the first of two equal ids counts.
        Map<String, String> moved =
                successors.among(batch.stream().map(Footprint::pseudonym).collect(Collectors.toSet()));
        List<Footprint> usable = batch.stream()
                .map(one -> moved.containsKey(one.pseudonym()) ? one.under(moved.get(one.pseudonym())) : one)
                .filter(one -> fresh.remove(one.eventId()))
                .filter(one -> consents.allows(one.seen(), Purpose.PERSONALIZATION))
                .toList();
        keep(usable);
    }

    /** What was forgotten stays so: the check under the lock is for an event whose consent was asked just before. */
    private void keep(List<Footprint> usable) {
        Map<String, Long> withdrawn =
                people.lock(usable.stream().map(Footprint::pseudonym).toList());
        Footprints kept = Footprints.of(usable.stream()
                .filter(one -> one.seen().version() >= withdrawn.getOrDefault(one.pseudonym(), Long.MAX_VALUE))
                .toList());
        people.addPurchases(kept.purchases());
        items.put(kept.traces(), settings.recentItems());
    }
}
