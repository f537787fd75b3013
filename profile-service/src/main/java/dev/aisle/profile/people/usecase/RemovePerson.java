package dev.aisle.profile.people.usecase;

import dev.aisle.platform.person.PersonEraser;
import dev.aisle.platform.person.Removal;
import dev.aisle.profile.people.domain.Browser;
import dev.aisle.profile.people.store.BrowserRepository;
import dev.aisle.profile.people.store.ChunkRepository;
import dev.aisle.profile.people.store.PersonRepository;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Removes the events of one pseudonym. The browsers that only a customer uses don't go with the customer here: privacy-service knows which of them go and
 * sends a command for each. One that stays is nobody's from then on, as if it were shared, else whoever logs in there next would inherit it. A browser's
 * erasure takes its events away from its user.
 */
@ApplicationScoped
class RemovePerson implements PersonEraser {
    private final PersonRepository people;
    private final ChunkRepository chunks;
    private final BrowserRepository browsers;
    private final KeepEvents keepEvents;
    private final List<PeopleChanged> listeners;

    RemovePerson(
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

    @Override
    public Map<String, Long> remove(String pseudonym, Removal why) {
        people.raise(List.of(pseudonym));
        // Nobody logs in behind the lock of the person, and nothing comes in behind those of the browsers.
        List<String> used = usedBy(pseudonym);
        people.raise(used);
        List<String> changed = new ArrayList<>(used);
        browsers.among(List.of(pseudonym)).stream()
                .map(Browser::known)
                .filter(Objects::nonNull)
                .forEach(changed::add);
        long months = chunks.remove(List.of(pseudonym));
        long known = people.remove(List.of(pseudonym));
        browsers.remove(List.of(pseudonym));
        browsers.release(pseudonym);
        listeners.forEach(listener -> listener.erased(pseudonym));
        keepEvents.retell(changed);
        return Map.of("profiles", known, "months-of-events", months);
    }

    private List<String> usedBy(String customer) {
        return browsers.usedBy(List.of(customer)).stream()
                .map(Browser::pseudonym)
                .toList();
    }
}
