package dev.aisle.profile.people.domain;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a profile keeps of one refined event.
 *
 * @param id 64 bits of the hash of the message id: the identity of the event among a person's
 * @param at when it happened, to the millisecond
 * @param purposes what it may be used for at most, as the door saw it
 * @param consentVersion the version of the consent that the door saw; after a refusal nothing older is used
 * @param session 64 bits of the hash of the session's id; 0 when there is none
 * @param list the category or list that was shown or clicked; empty when none
 * @param items products in order
 * @param order of a purchase or refund; null otherwise
 * @param name the client's name of a custom event; empty of a known type
 * @param zone where the person's clock stood; null when the client didn't say
 * @param context the coarse circumstances
 * @param quality what refine said about it
 */
public record PersonEvent(
        long id,
        Instant at,
        EventType type,
        Set<Purpose> purposes,
        long consentVersion,
        long session,
        String list,
        List<PersonItem> items,
        @Nullable PersonOrder order,
        String name,
        @Nullable ZoneId zone,
        PersonContext context,
        EventQuality quality)
        implements Comparable<PersonEvent> {
    private static final Comparator<PersonEvent> BY_TIME =
            Comparator.comparing(PersonEvent::at).thenComparingLong(PersonEvent::id);

    public PersonEvent {
        purposes = Set.copyOf(purposes);
        items = List.copyOf(items);
    }

    /** The same for whom these purposes and this version of a consent decide. */
    public PersonEvent under(Set<Purpose> granted, long version) {
        return new PersonEvent(
                id, at, type, granted, version, session, list, items, order, name, zone, context, quality);
    }

    /** By time, then by identity: one order for every delivery. */
    @Override
    public int compareTo(PersonEvent other) {
        return BY_TIME.compare(this, other);
    }
}
