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
 * Removes a person's events. A customer's erasure takes along the events of the browsers that only this customer uses, since a profile had them as the customer's own. A
 * browser's erasure takes its events away from its user. That a browser is shared names nobody and stays, else whoever logs in there
 * next would inherit it.
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
        List<String> logIns = new ArrayList<>(List.of(pseudonym));
        logIns.addAll(used);
        // A browser has a consent of its own: only an erasure takes its events along.
        List<String> gone = why == Removal.ERASED ? logIns : List.of(pseudonym);
        List<String> users = browsers.among(List.of(pseudonym)).stream()
                .map(Browser::known)
                .filter(Objects::nonNull)
                .toList();
        long months = chunks.remove(gone);
        long known = people.remove(gone);
        browsers.remove(logIns);
        gone.forEach(one -> listeners.forEach(listener -> listener.erased(one)));
        keepEvents.retell(users);
        return Map.of("profiles", known, "months-of-events", months);
    }

    private List<String> usedBy(String customer) {
        return browsers.usedBy(List.of(customer)).stream()
                .map(Browser::pseudonym)
                .toList();
    }
}
