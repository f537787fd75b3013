package dev.aisle.profile.people.usecase;

import dev.aisle.profile.people.domain.Browser;
import dev.aisle.profile.people.domain.ChangedPerson;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.store.BrowserRepository;
import dev.aisle.profile.people.store.Chunk;
import dev.aisle.profile.people.store.ChunkRepository;
import dev.aisle.profile.people.store.PersonRepository;
import dev.aisle.profile.people.store.PersonRepository.Touch;
import dev.aisle.profile.people.usecase.WholePeople.Rows;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Adds events to people, joins browsers with whoever uses them, and tells those who listen. In the caller's transaction. */
@ApplicationScoped
public class KeepEvents {
    private static final Duration SAID_AGAIN = Duration.ofDays(1);

    private final PersonRepository people;
    private final BrowserRepository browsers;
    private final ChunkRepository chunks;
    private final WholePeople whole;
    private final List<PeopleChanged> listeners;

    KeepEvents(
            PersonRepository people,
            BrowserRepository browsers,
            ChunkRepository chunks,
            WholePeople whole,
            @All List<PeopleChanged> listeners) {
        this.people = people;
        this.browsers = browsers;
        this.chunks = chunks;
        this.whole = whole;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Adds what is new. Whoever writes of a person has locked that person's row first, and reads everything else behind the lock: so two
     * transactions that join two halves of one person see each other.
     *
     * @param events by the pseudonym under which they came
     * @param logins what the events say of browsers
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(Map<String, List<PersonEvent>> events, Collection<Browser> logins, Instant now) {
        List<Browser> news = news(logins);
        if (events.isEmpty() && news.isEmpty()) {
            return;
        }
        Map<String, Touch> touches = new TreeMap<>();
        events.forEach((pseudonym, of) ->
                touches.put(pseudonym, new Touch(pseudonym, Math.max(1, of.size()), newest(of))));
        news.forEach(browser -> touches.computeIfAbsent(browser.pseudonym(), one -> new Touch(one, 1, now)));
        Map<String, Long> versions = new HashMap<>(people.touch(List.copyOf(touches.values())));
        Set<String> changed = new TreeSet<>(touches.keySet());
        changed.addAll(joined(news));
        browsers.among(changed).stream()
                .map(Browser::known)
                .filter(known -> known != null)
                .forEach(changed::add);
        List<Touch> further = changed.stream()
                .filter(pseudonym -> !versions.containsKey(pseudonym))
                .map(pseudonym -> new Touch(pseudonym, 1, now))
                .toList();
        versions.putAll(people.touch(further));
        Rows rows = whole.rows(changed, Instant.EPOCH);
        List<Chunk> written = added(rows, events);
        chunks.write(written);
        tell(changed, versions, rows.with(written));
    }

    /** Tells of people of whom something else went: the events of a browser. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void retell(Collection<String> pseudonyms) {
        Map<String, Long> versions = people.raise(pseudonyms);
        tell(versions.keySet(), versions, whole.rows(versions.keySet(), Instant.EPOCH));
    }

    /**
     * Takes what stood under an older pseudonym.
     *
     * @param version that it had there; the new one goes on from it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(String pseudonym, List<PersonEvent> events, Collection<Browser> moved, long version) {
        Instant now = Instant.now();
        Instant lastAt = events.isEmpty() ? now : newest(events);
        people.touch(List.of(new Touch(pseudonym, 1, lastAt)));
        people.atLeast(pseudonym, version);
        take(Map.of(pseudonym, events), moved, now);
    }

    /** The log-ins that say more than what is written. */
    private List<Browser> news(Collection<Browser> logins) {
        Map<String, Browser> said = new TreeMap<>();
        logins.forEach(login -> said.merge(login.pseudonym(), login, Browser::join));
        Map<String, Browser> written = new HashMap<>();
        browsers.among(said.keySet()).forEach(browser -> written.put(browser.pseudonym(), browser));
        return said.values().stream()
                .filter(login -> saysMore(written.get(login.pseudonym()), login))
                .toList();
    }

    private static boolean saysMore(@Nullable Browser written, Browser login) {
        if (written == null) {
            return true;
        }
        Browser joined = written.join(login);
        return !joined.equals(
                        new Browser(written.pseudonym(), written.known(), written.consentVersion(), joined.lastAt()))
                || joined.lastAt().isAfter(written.lastAt().plus(SAID_AGAIN));
    }

    /** Writes log-ins behind the locks; whose events are others' now: those who used the browsers before and after. */
    private Set<String> joined(List<Browser> news) {
        Map<String, Browser> written = new HashMap<>();
        browsers.among(news.stream().map(Browser::pseudonym).toList())
                .forEach(browser -> written.put(browser.pseudonym(), browser));
        Set<String> users = new TreeSet<>();
        for (Browser login : news) {
            Browser before = written.get(login.pseudonym());
            Browser after = before == null ? login : before.join(login);
            browsers.put(after);
            if (before != null && before.known() != null) {
                users.add(before.known());
            }
            if (after.known() != null) {
                users.add(after.known());
            }
        }
        return users;
    }

    private static List<Chunk> added(Rows rows, Map<String, List<PersonEvent>> events) {
        List<Chunk> written = new ArrayList<>();
        events.forEach((pseudonym, of) -> {
            Map<Instant, List<PersonEvent>> byMonth = new TreeMap<>();
            of.forEach(event -> byMonth.computeIfAbsent(Chunk.monthOf(event.at()), _ -> new ArrayList<>())
                    .add(event));
            byMonth.forEach((month, ofMonth) -> {
                Chunk before = rows.chunk(pseudonym, month);
                Chunk after = before.with(ofMonth);
                if (!after.events().equals(before.events())) {
                    written.add(after);
                }
            });
        });
        return written;
    }

    /** As of behind the locks: of an earlier moment, what others wrote meanwhile would lie in the future. */
    private void tell(Collection<String> changed, Map<String, Long> versions, Rows rows) {
        if (listeners.isEmpty() || changed.isEmpty()) {
            return;
        }
        Map<String, PersonEvents> after = whole.join(rows);
        List<ChangedPerson> told = changed.stream()
                .map(pseudonym -> new ChangedPerson(
                        pseudonym,
                        versions.getOrDefault(pseudonym, 1L),
                        after.getOrDefault(pseudonym, PersonEvents.NONE)))
                .toList();
        Instant now = Instant.now();
        listeners.forEach(listener -> listener.changed(told, now));
    }

    private static Instant newest(List<PersonEvent> events) {
        return events.stream().map(PersonEvent::at).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
