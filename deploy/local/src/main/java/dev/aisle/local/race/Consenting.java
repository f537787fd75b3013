package dev.aisle.local.race;

import dev.aisle.platform.stored.ConsentRows.Acknowledged;

/** Whether a person's withdrawal is acknowledged and no new grant was asked for. */
final class Consenting {
    private final String customer;
    private final String pseudonym;
    private volatile long closed;
    private volatile long version;
    private volatile boolean granted;

    Consenting(String customer, String pseudonym) {
        this.customer = customer;
        this.pseudonym = pseudonym;
    }

    String customer() {
        return customer;
    }

    String pseudonym() {
        return pseudonym;
    }

    /** What was acknowledged last. */
    void said(long acknowledged, boolean grant) {
        version = acknowledged;
        granted = grant;
    }

    /** The same. */
    Acknowledged said() {
        return new Acknowledged(pseudonym, version, granted);
    }

    /** The number of the withdrawal that is acknowledged now; 0 when something may be granted. */
    long closed() {
        return closed;
    }

    void withdrawalAcknowledged(long number) {
        closed = number;
    }

    /** Before the grant is sent: from here on anything may be allowed. */
    void grantAsked() {
        closed = 0;
    }
}
