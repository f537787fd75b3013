package dev.aisle.algorithms.contact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Caps that must all allow a contact: of a person, of a channel, of a campaign. Without a cap nothing is limited. */
public record ContactPolicy(List<Scoped> caps) {
    public ContactPolicy {
        caps = List.copyOf(caps);
    }

    /** What a cap counts. */
    public enum Scope {
        /** Every contact with the person. */
        PERSON,
        /** Those over the same channel. */
        CHANNEL,
        /** Those of the same campaign. */
        CAMPAIGN
    }

    /** A cap on the contacts of a scope. */
    public record Scoped(Scope scope, ContactCap cap) {}

    /** A contact that happened, or, at the present moment, one that is wanted. */
    public record Contact(String channel, String campaign, Instant at) {
        private boolean counts(Contact wanted, Scope scope) {
            return switch (scope) {
                case PERSON -> true;
                case CHANNEL -> channel.equals(wanted.channel);
                case CAMPAIGN -> campaign.equals(wanted.campaign);
            };
        }
    }

    /** The first cap that is reached; empty when the contact is allowed at its moment. */
    public Optional<Scoped> reached(Collection<Contact> earlier, Contact wanted, ZoneId zone) {
        return caps.stream()
                .filter(scoped -> {
                    List<Instant> counted = earlier.stream()
                            .filter(contact -> contact.counts(wanted, scoped.scope()))
                            .map(Contact::at)
                            .toList();
                    return !scoped.cap().allows(counted, wanted.at(), zone);
                })
                .findFirst();
    }
}
