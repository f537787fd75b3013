package dev.aisle.algorithms.privacy;

import java.util.Arrays;
import java.util.Optional;

/** What a person said about a purpose. */
public enum ExplicitStatus {
    /** Nothing yet. */
    NONE(""),
    /** Yes. */
    GRANT("grant"),
    /** A parent's yes. */
    GRANT_PARENTAL("grant_parental"),
    /** No. */
    DENY("deny"),
    /** Yes once, then no. */
    WITHDRAWN("withdrawn"),
    /** A yes whose time is over, or that was given to an older notice. */
    EXPIRED("expired");

    private final String wireName;

    ExplicitStatus(String wireName) {
        this.wireName = wireName;
    }

    /** The name in requests and decision tables; empty for nothing said. */
    public String wireName() {
        return wireName;
    }

    /** The status of that name, if there is one; whoever gets none must deny. */
    public static Optional<ExplicitStatus> ofWireName(String name) {
        return Arrays.stream(values()).filter(s -> s.wireName.equals(name)).findFirst();
    }
}
