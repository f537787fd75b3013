package dev.aisle.privacy.consent.enforcement;

import java.time.Instant;
import java.util.List;

/** Whether a withdrawal is in force everywhere. */
public sealed interface Effect {
    /** It is, at the latest since then. */
    record InForce(long version, Instant since) implements Effect {}

    /** It isn't known to be; empty when the message is not with the broker yet. */
    record Propagating(long version, List<Missing> missing) implements Effect {
        public Propagating {
            missing = List.copyOf(missing);
        }
    }
}
