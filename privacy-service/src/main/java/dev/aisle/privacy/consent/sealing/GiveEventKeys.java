package dev.aisle.privacy.consent.sealing;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.consent.versions.ConsentLog;
import dev.aisle.privacy.consent.versions.ConsentRepository;
import dev.aisle.privacy.shared.people.HoldPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells the other services the consent states once more, with their keys for the log: of everybody who granted something before there
 * were keys, and of whose key another sealing key has wrapped. In steps that are a transaction each; whoever is killed goes on where the last
 * one ended.
 */
@ApplicationScoped
class GiveEventKeys {
    private static final int STEP = 100;

    private final EventKeys keys;
    private final EventKeyWalk walk;
    private final ConsentRepository consents;
    private final HoldPeople holdPeople;
    private final ConsentLog log;

    GiveEventKeys(
            EventKeys keys, EventKeyWalk walk, ConsentRepository consents, HoldPeople holdPeople, ConsentLog log) {
        this.keys = keys;
        this.walk = walk;
        this.consents = consents;
        this.holdPeople = holdPeople;
        this.log = log;
    }

    /** Gives the next people from before there were keys theirs; whether there may be more. */
    @Transactional
    public boolean giveNext() {
        Optional<String> reached = walk.holdReached();
        if (reached.isEmpty()) {
            return false;
        }
        List<String> people = consents.knownBy(Instant.now(), reached.get(), STEP);
        holdPeople.hold(people);
        people.forEach(this::give);
        if (people.isEmpty()) {
            walk.finish();
            return false;
        }
        walk.advance(people.getLast());
        return true;
    }

    /**
     * Wraps the keys of the next people by the active sealing key.
     *
     * @param after where the call before ended; empty at first
     * @return where this one ended; empty when there was nobody more
     */
    @Transactional
    public String rewrapNext(String after) {
        List<String> people = keys.notRewrapped(after, STEP);
        holdPeople.hold(people);
        people.forEach(this::rewrap);
        return people.isEmpty() ? "" : people.getLast();
    }

    private void give(String person) {
        if (!keys.has(new Pseudonym(person))) {
            log.tellKeys(new Pseudonym(person));
        }
    }

    private void rewrap(String person) {
        if (keys.rewrap(new Pseudonym(person))) {
            log.tellKeys(new Pseudonym(person));
        }
    }
}
