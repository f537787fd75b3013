package dev.aisle.campaign.delivery.messages.usecase;

import dev.aisle.campaign.delivery.messages.domain.NewMessage;
import dev.aisle.campaign.delivery.messages.store.MessageLedger;
import dev.aisle.campaign.delivery.messages.store.MessageLedger.Entry;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.campaign.results.responses.Assigned;
import dev.aisle.campaign.results.responses.RecordAssignment;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.identity.Successors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Queues messages in the caller's transaction: what decided on them and they are kept together or not at all. The same id again is the same
 * message. Nobody is asked for consent here; that is done when a message goes.
 */
@ApplicationScoped
public class QueueMessage {
    private final MessageLedger ledger;
    private final PersonRepository people;
    private final Successors successors;
    private final ConsentView consents;
    private final RecordAssignment recordAssignment;
    private final InstantSource clock;

    QueueMessage(
            MessageLedger ledger,
            PersonRepository people,
            Successors successors,
            ConsentView consents,
            RecordAssignment recordAssignment,
            InstantSource clock) {
        this.ledger = ledger;
        this.people = people;
        this.successors = successors;
        this.consents = consents;
        this.recordAssignment = recordAssignment;
        this.clock = clock;
    }

    /**
     * What became of a batch.
     *
     * @param queued new ones
     * @param known  whose id was there before: nothing is changed
     * @param nobody for people who were erased
     */
    public record Queued(int queued, int known, int nobody) {}

    /** Queues one. @return false when it was there before or the person was erased */
    @Transactional
    public boolean queue(NewMessage message) {
        return queue(List.of(message)).queued() == 1;
    }

    /** Queues a batch. */
    @Transactional
    public Queued queue(Collection<NewMessage> messages) {
        if (messages.isEmpty()) {
            return new Queued(0, 0, 0);
        }
        Map<String, String> moved = successors.among(
                messages.stream().map(message -> message.to().pseudonym()).collect(Collectors.toSet()));
        List<NewMessage> standing = messages.stream()
                .map(message -> {
                    String successor = moved.get(message.to().pseudonym());
                    return successor == null ? message : message.under(successor);
                })
                .toList();
        Set<String> alive = people.lock(standing.stream()
                        .map(message -> message.to().pseudonym())
                        .toList())
                .keySet();
        List<Entry> entries = standing.stream()
                .filter(message -> alive.contains(message.to().pseudonym()))
                .map(message ->
                        new Entry(message, consents.of(message.to().pseudonym()).version()))
                .toList();
        Instant now = clock.instant();
        int queued = entries.isEmpty() ? 0 : ledger.add(entries, now);
        entries.forEach(entry -> recordAssignment.record(assigned(entry.message(), now)));
        return new Queued(queued, entries.size() - queued, messages.size() - entries.size());
    }

    private static Assigned assigned(NewMessage message, Instant now) {
        return new Assigned(
                message.to().pseudonym(),
                message.origin().campaignId(),
                message.origin().campaignVersion(),
                message.origin().variation(),
                message.id(),
                message.to().channel().wireName(),
                now);
    }
}
