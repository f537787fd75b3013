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
    /** Yes by a person who was asked about the Global Privacy Control signal that says no. */
    GRANT_DESPITE_GPC("grant_despite_gpc"),
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

    /** Whether it is a yes of any kind. */
    public boolean grants() {
        return this == GRANT || this == GRANT_PARENTAL || this == GRANT_DESPITE_GPC;
    }

    /** The status of that name, if there is one; whoever gets none must deny. */
    public static Optional<ExplicitStatus> ofWireName(String name) {
        return Arrays.stream(values()).filter(s -> s.wireName.equals(name)).findFirst();
    }
}
