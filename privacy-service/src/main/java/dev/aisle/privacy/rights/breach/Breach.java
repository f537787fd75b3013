package dev.aisle.privacy.rights.breach;

import java.time.Instant;

/**
 * What was compromised, and when.
 *
 * @param what a service or a key
 * @param name the service's name or the key's id
 * @param from the first moment at which somebody could read
 * @param to the last one
 */
record Breach(What what, String name, Instant from, Instant to) {
    /** What an attacker had. */
    public enum What {
        /** Everything that a service holds or reads. */
        SERVICE,
        /** A key of pseudonyms: who knows identifiers can find their pseudonyms. */
        PSEUDONYM_KEY,
        /** A master key: with a copy of the vault it opens the addresses. */
        MASTER_KEY,
        /** A key that wraps people's keys for the log: with a copy of the topics it opens what lies there sealed. */
        SEALING_KEY
    }
}
