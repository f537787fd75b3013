package dev.aisle.profile.people.usecase;

import dev.aisle.platform.person.Going;
import dev.aisle.platform.person.PersonHook;
import dev.aisle.profile.people.domain.Browser;
import dev.aisle.profile.people.store.BrowserRepository;
import dev.aisle.profile.people.store.Chunk;
import dev.aisle.profile.people.store.ChunkRepository;
import dev.aisle.profile.people.store.PersonRepository;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Removes the events of one pseudonym. The browsers that only a customer uses don't go with the customer here: privacy-service knows which of them go and
 * sends a command for each. One that stays is nobody's from then on, as if it were shared, else whoever logs in there next would inherit it. A browser's
 * erasure takes its events away from its user.
 */
@ApplicationScoped
class RemoveEvents implements PersonHook {
    private final PersonRepository people;
    private final ChunkRepository chunks;
    private final BrowserRepository browsers;
    private final KeepEvents keepEvents;
    private final List<PeopleChanged> listeners;

    RemoveEvents(
            PersonRepository people,
            ChunkRepository chunks,
            BrowserRepository browsers,
            KeepEvents keepEvents,
            @All List<PeopleChanged> listeners) {
        this.people = people;
        this.chunks = chunks;
        this.browsers = browsers;
        this.keepEvents = keepEvents;
        this.listeners = List.copyOf(listeners);
    }

    /** Events, log-ins and the row that locks them are held by the same purposes. What moved has left nothing behind. */
    @Override
    public Map<String, Long> going(Going going) {
        return going.endsHolding("person_events") ? remove(going.pseudonym()) : Map.of();
    }

    private Map<String, Long> remove(String pseudonym) {
        people.raise(List.of(pseudonym));
        // Nobody logs in behind the lock of the person, and nothing comes in behind those of the browsers.
        List<String> used = usedBy(pseudonym);
        people.raise(used);
        List<String> changed = new ArrayList<>(used);
        changed.addAll(users(pseudonym));
        long events = chunks.of(List.of(pseudonym), Instant.EPOCH).stream()
                .mapToLong(month -> month.events().list().size())
                .sum();
        chunks.remove(List.of(pseudonym));
        long known = people.remove(List.of(pseudonym));
        browsers.remove(List.of(pseudonym));
        browsers.release(pseudonym);
        listeners.forEach(listener -> listener.erased(pseudonym));
        keepEvents.retell(changed);
        return Map.of("profile", known, "events", events);
    }

    @Override
    public Set<String> packed() {
        return Set.of("person_events");
    }

    /** A month of which nothing is left goes as well. */
    @Override
    public long unpack(String pseudonym, String table, long version) {
        if (!isIn(chunks.of(List.of(pseudonym), Instant.EPOCH), version)) {
            return 0;
        }
        people.raise(List.of(pseudonym));
        List<Chunk> before = chunks.of(List.of(pseudonym), Instant.EPOCH);
        chunks.remove(List.of(pseudonym));
        chunks.write(before.stream()
                .map(chunk -> chunk.after(version))
                .filter(chunk -> !chunk.events().isEmpty())
                .toList());
        List<String> changed = new ArrayList<>(List.of(pseudonym));
        changed.addAll(users(pseudonym));
        keepEvents.retell(changed);
        return before.size();
    }

    private static boolean isIn(List<Chunk> months, long version) {
        return months.stream().anyMatch(month -> !month.after(version).events().equals(month.events()));
    }

    /** Who logged in at a browser: its events are that person's, too. */
    private List<String> users(String browser) {
        return browsers.among(List.of(browser)).stream()
                .map(Browser::known)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<String> usedBy(String customer) {
        return browsers.usedBy(List.of(customer)).stream()
                .map(Browser::pseudonym)
                .toList();
    }
}
