package dev.aisle.profile.people.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.profile.people.domain.Household;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.store.Chunk;
import dev.aisle.profile.people.store.HouseholdRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The events of people together with those of the browsers that only they use. */
@ApplicationScoped
class WholePeople {
    private final HouseholdRepository households;
    private final ConsentView consents;
    private final ErasedSubjects erased;

    WholePeople(HouseholdRepository households, ConsentView consents, ErasedSubjects erased) {
        this.households = households;
        this.consents = consents;
        this.erased = erased;
    }

    /** The rows of people and of their browsers, as they are read. */
    record Rows(Household household, Map<String, List<Chunk>> chunks) {
        /** The chunk of a month; a new one when there is none. */
        Chunk chunk(String pseudonym, Instant month) {
            return chunks.getOrDefault(pseudonym, List.of()).stream()
                    .filter(chunk -> chunk.month().equals(month))
                    .findFirst()
                    .orElseGet(() -> new Chunk(pseudonym, month, PersonEvents.NONE, 0));
        }

        /** With chunks in place of those of the same month. */
        Rows with(Collection<Chunk> changed) {
            Map<String, List<Chunk>> all = new HashMap<>(chunks);
            for (Chunk chunk : changed) {
                List<Chunk> of = new ArrayList<>(all.getOrDefault(chunk.pseudonym(), List.of()));
                of.removeIf(one -> one.month().equals(chunk.month()));
                of.add(chunk);
                all.put(chunk.pseudonym(), of);
            }
            return new Rows(household, all);
        }
    }

    /** What stands under these pseudonyms and under those of their browsers, from a month on. */
    Rows rows(Collection<String> pseudonyms, Instant fromMonth) {
        HouseholdRepository.Found found = households.of(pseudonyms, fromMonth);
        Map<String, List<Chunk>> chunks = new HashMap<>();
        for (Chunk chunk : found.chunks()) {
            chunks.computeIfAbsent(chunk.pseudonym(), _ -> new ArrayList<>()).add(chunk);
        }
        return new Rows(new Household(found.browsers()), chunks);
    }

    /** The events by the pseudonyms under which they stand. */
    static Map<String, PersonEvents> own(Rows rows) {
        Map<String, PersonEvents> own = new TreeMap<>();
        rows.chunks().forEach((pseudonym, months) -> own.put(pseudonym, union(months)));
        return own;
    }

    /** The events by owner. */
    Map<String, PersonEvents> join(Rows rows) {
        Map<String, Boolean> gone = new HashMap<>();
        return rows.household()
                .join(
                        own(rows),
                        (browser, event) ->
                                gone.computeIfAbsent(browser, erased::contains) ? Set.of() : allowed(browser, event));
    }

    /** What a reader of a pseudonym gets: of a person everything, of a browser whose user is known what was done there. */
    Map<String, PersonEvents> underEach(Collection<String> pseudonyms) {
        Rows rows = rows(pseudonyms, Instant.EPOCH);
        Map<String, PersonEvents> events = new HashMap<>(join(rows));
        Map<String, PersonEvents> own = own(rows);
        pseudonyms.stream()
                .filter(pseudonym -> !rows.household().ownerOf(pseudonym).equals(pseudonym))
                .forEach(browser -> events.put(browser, own.getOrDefault(browser, PersonEvents.NONE)));
        return events;
    }

    private static PersonEvents union(List<Chunk> months) {
        PersonEvents events = PersonEvents.NONE;
        if (months.size() == 1) {
            return months.getFirst().events();
        }
        List<PersonEvent> all = new ArrayList<>();
        months.forEach(chunk -> all.addAll(chunk.events().list()));
        return events.with(all);
    }

    private Set<Purpose> allowed(String browser, PersonEvent event) {
        Set<Purpose> allowed = EnumSet.noneOf(Purpose.class);
        allowed.addAll(consents.of(browser).granted(Instant.now(), event.consentVersion()));
        allowed.retainAll(event.purposes());
        return allowed;
    }
}
