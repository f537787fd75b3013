package dev.aisle.privacy.consent.sealing;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.consent.versions.ConsentLog;
import dev.aisle.privacy.shared.people.HoldPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Looks for people whose grants have all expired: no state says so, and their keys for the log are of no use any more. */
@ApplicationScoped
class EndEventKeys {
    private static final int STEP = 200;

    private final EventKeys keys;
    private final HoldPeople holdPeople;
    private final ConsentLog log;

    EndEventKeys(EventKeys keys, HoldPeople holdPeople, ConsentLog log) {
        this.keys = keys;
        this.holdPeople = holdPeople;
        this.log = log;
    }

    /**
     * Looks at the next people who have a key.
     *
     * @param after where the call before ended; empty at first
     * @return where this one ended; empty when there was nobody more
     */
    @Transactional
    public String endNext(String after) {
        List<String> people = keys.next(after, STEP);
        holdPeople.hold(people);
        people.forEach(person -> log.endKeysIfNeedless(new Pseudonym(person)));
        return people.isEmpty() ? "" : people.getLast();
    }
}
