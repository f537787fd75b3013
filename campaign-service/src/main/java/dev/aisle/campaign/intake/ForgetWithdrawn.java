package dev.aisle.campaign.intake;

import dev.aisle.campaign.delivery.journeys.store.JourneyRepository;
import dev.aisle.campaign.delivery.journeys.store.RecipientRepository;
import dev.aisle.campaign.offers.allocations.AllocationRepository;
import dev.aisle.campaign.people.ItemRepository;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.campaign.people.SegmentRepository;
import dev.aisle.campaign.placements.store.DecisionRepository;
import dev.aisle.campaign.results.responses.ContactRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;

/**
 * Forgets what was learnt under a consent that was taken back. A later grant starts from nothing, and events that are still
 * on their way stay out. What came in under a newer grant before this was read is forgotten too: better than keeping too much.
 */
@ApplicationScoped
class ForgetWithdrawn {
    private final PersonRepository people;
    private final ItemRepository items;
    private final SegmentRepository segments;
    private final DecisionRepository decisions;
    private final AllocationRepository allocations;
    private final JourneyRepository journeys;
    private final RecipientRepository recipients;
    private final ContactRepository contacts;

    ForgetWithdrawn(
            PersonRepository people,
            ItemRepository items,
            SegmentRepository segments,
            DecisionRepository decisions,
            AllocationRepository allocations,
            JourneyRepository journeys,
            RecipientRepository recipients,
            ContactRepository contacts) {
        this.people = people;
        this.items = items;
        this.segments = segments;
        this.decisions = decisions;
        this.allocations = allocations;
        this.journeys = journeys;
        this.recipients = recipients;
        this.contacts = contacts;
    }

    /** A consent state that doesn't allow personalization. */
    public record Withdrawal(String pseudonym, long version) {}

    /** Takes a batch. */
    @Transactional
    public void forget(Collection<Withdrawal> withdrawals) {
        Set<String> living = people.lock(
                        withdrawals.stream().map(Withdrawal::pseudonym).toList())
                .keySet();
        withdrawals.stream()
                .filter(withdrawal -> living.contains(withdrawal.pseudonym()))
                .forEach(withdrawal -> {
                    people.withdraw(withdrawal.pseudonym(), withdrawal.version());
                    items.remove(withdrawal.pseudonym());
                    segments.remove(withdrawal.pseudonym());
                    journeys.remove(withdrawal.pseudonym());
                    recipients.forget(withdrawal.pseudonym());
                    decisions.forgetTraces(withdrawal.pseudonym());
                    allocations.remove(withdrawal.pseudonym());
                    contacts.forgetKnown(withdrawal.pseudonym());
                });
    }
}
