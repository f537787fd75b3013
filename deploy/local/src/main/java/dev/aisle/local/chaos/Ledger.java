package dev.aisle.local.chaos;

import java.util.List;
import java.util.stream.IntStream;

/** What was acknowledged and what arrived, person by person. Each person's events are numbered from 0 in the order sent. */
public final class Ledger {
    private final List<Account> accounts;

    public Ledger(int persons) {
        accounts = IntStream.range(0, persons).mapToObj(Account::new).toList();
    }

    /** The door has answered for the person's events from {@code from} up to, but without, {@code until}. */
    public void acknowledged(int person, int from, int until) {
        accounts.get(person).acknowledged(from, until);
    }

    /**
     * An event came out of refine; told in the order of its topic.
     *
     * @param personSequence what refine counted for this person, from 1
     */
    public void arrived(int person, int number, long personSequence) {
        accounts.get(person).arrived(number, personSequence);
    }

    /** What the comparison says as of now. */
    public Findings findings() {
        return accounts.stream().map(Account::findings).reduce(Findings.NONE, Findings::plus);
    }
}
