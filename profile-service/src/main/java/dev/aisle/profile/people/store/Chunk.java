package dev.aisle.profile.people.store;

import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;

/**
 * The events of a person's calendar month.
 *
 * @param month its first moment, UTC
 * @param changes how often it was written; 0 when it is new
 */
public record Chunk(String pseudonym, Instant month, PersonEvents events, long changes) {
    /** The first moment of the month in which a moment lies, UTC. */
    public static Instant monthOf(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return day.withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Without what came under this version of the person's consent or an earlier one. */
    public Chunk after(long version) {
        return new Chunk(pseudonym, month, events.where(event -> event.consentVersion() > version), changes);
    }

    /** With further events of the month. */
    public Chunk with(Collection<PersonEvent> others) {
        return new Chunk(pseudonym, month, events.with(others), changes);
    }
}
