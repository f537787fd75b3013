package dev.aisle.privacy.vault.addresses;

import dev.aisle.algorithms.privacy.Pseudonym;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a message may be sent to somebody now, and where to. */
public sealed interface Resolution {
    /** Whom it is about. */
    Pseudonym subject();

    /** It may. */
    record Deliver(
            Pseudonym subject,
            List<String> to,
            @Nullable String name,
            @Nullable String locale) implements Resolution {
        @Override
        public String toString() {
            return "Deliver[" + subject + "]";
        }
    }

    /** It may not, by the consent's reason, or because there is no address. Of an erased subject it is the same as of an unknown one. */
    record Deny(Pseudonym subject, String reason) implements Resolution {
        /** There is nowhere to send to. */
        public static final String NO_ADDRESS = "no_address";
    }
}
