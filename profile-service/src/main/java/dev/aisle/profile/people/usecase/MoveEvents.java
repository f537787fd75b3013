package dev.aisle.profile.people.usecase;

import dev.aisle.platform.person.PersonHook;
import dev.aisle.profile.people.domain.Browser;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.store.BrowserRepository;
import dev.aisle.profile.people.store.ChunkRepository;
import dev.aisle.profile.people.store.PersonRepository;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts a person's events under the pseudonym of the newer key. */
@ApplicationScoped
class MoveEvents implements PersonHook {
    private final PersonRepository people;
    private final ChunkRepository chunks;
    private final BrowserRepository browsers;
    private final KeepEvents keepEvents;
    private final List<PeopleChanged> listeners;

    MoveEvents(
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

    /** With what came under the newer one already they are one set. */
    @Override
    public void move(String before, String now) {
        Map<String, Long> version = people.raise(List.of(before));
        List<Browser> moved = moved(before, now);
        if (version.isEmpty() && moved.isEmpty()) {
            return;
        }
        List<PersonEvent> events = new ArrayList<>();
        chunks.of(List.of(before), Instant.EPOCH)
                .forEach(chunk -> events.addAll(chunk.events().list()));
        chunks.remove(List.of(before));
        people.remove(List.of(before));
        listeners.forEach(listener -> listener.moved(before, now));
        keepEvents.follow(now, events, moved, version.getOrDefault(before, 0L));
    }

    /** What was said of browsers under the old pseudonym, as a customer or as a browser itself, in the words of the new one. */
    private List<Browser> moved(String before, String now) {
        List<Browser> renamed = new ArrayList<>();
        browsers.usedBy(List.of(before))
                .forEach(browser ->
                        renamed.add(new Browser(browser.pseudonym(), now, browser.consentVersion(), browser.lastAt())));
        browsers.among(List.of(before))
                .forEach(browser ->
                        renamed.add(new Browser(now, browser.known(), browser.consentVersion(), browser.lastAt())));
        List<String> old = new ArrayList<>(List.of(before));
        renamed.stream()
                .filter(browser -> Objects.equals(browser.known(), now))
                .forEach(browser -> old.add(browser.pseudonym()));
        browsers.remove(old);
        return renamed;
    }
}
