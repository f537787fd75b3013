package dev.aisle.profile.people.usecase;

import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.store.Chunk;
import dev.aisle.profile.people.store.ChunkRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** People's events out of the database. */
@ApplicationScoped
class ReadEvents implements EventsOfPeople {
    private static final Instant FIRST_MONTH = Instant.EPOCH;
    /** A moment that the database knows, behind all events. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final WholePeople whole;
    private final ChunkRepository chunks;

    ReadEvents(WholePeople whole, ChunkRepository chunks) {
        this.whole = whole;
        this.chunks = chunks;
    }

    @Override
    public Map<String, PersonEvents> of(Collection<String> pseudonyms, Instant from) {
        return within(pseudonyms, from, Instant.MAX);
    }

    @Override
    public SequencedMap<String, PersonEvents> page(String after, Instant from, Instant until, int limit) {
        SequencedMap<String, PersonEvents> page = new LinkedHashMap<>();
        String last = after;
        while (page.size() < limit) {
            int missing = limit - page.size();
            List<String> names = chunks.names(last, monthOf(from), until.isAfter(LAST) ? LAST : until, missing);
            page.putAll(within(names, from, until));
            if (names.size() < missing) {
                return page;
            }
            last = names.getLast();
        }
        return page;
    }

    private SequencedMap<String, PersonEvents> within(Collection<String> pseudonyms, Instant from, Instant until) {
        SequencedMap<String, PersonEvents> found = new TreeMap<>();
        if (pseudonyms.isEmpty()) {
            return found;
        }
        Map<String, PersonEvents> joined = whole.join(whole.rows(pseudonyms, monthOf(from)));
        for (String pseudonym : pseudonyms) {
            PersonEvents events =
                    joined.getOrDefault(pseudonym, PersonEvents.NONE).between(from, until);
            if (!events.isEmpty()) {
                found.put(pseudonym, events);
            }
        }
        return found;
    }

    private static Instant monthOf(Instant from) {
        return from.isBefore(FIRST_MONTH) ? FIRST_MONTH : Chunk.monthOf(from);
    }
}
