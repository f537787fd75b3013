package dev.aisle.ingest.settings.keys;

import dev.aisle.ingest.shared.values.Fault;

/** What became of an operator's change of a key. */
sealed interface KeyOutcome {
    /** There is a new secret, which nobody can show a second time. */
    record SecretMade(DoorKey key, String secret) implements KeyOutcome {
        @Override
        public String toString() {
            return "SecretMade[" + key.name() + "]";
        }
    }

    /** The key is this now. */
    record Changed(DoorKey key) implements KeyOutcome {}

    record Invalid(Fault fault) implements KeyOutcome {}

    record NoSuchKey(String name) implements KeyOutcome {}

    /** A key has the name, or had it. */
    record NameTaken(String name) implements KeyOutcome {}

    /** The key stands in the configuration and changes only there. */
    record Configured(String name) implements KeyOutcome {}

    record Revoked(String name) implements KeyOutcome {}

    /** So many rotations overlap that no further secret may be added now. */
    record TooManySecrets(int most) implements KeyOutcome {}

    /** Somebody changed it since the caller read it. */
    record Stale(String version) implements KeyOutcome {}

    /** The broker did not take the change, or isn't known to have taken it. */
    record Unavailable() implements KeyOutcome {}
}
