package dev.aisle.simulator;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A shopper with a name: comes by and logs in on every day, so that a shop of any dates has events and consents of this person. */
public enum Regular {
    ANNA("c00021", "Anna Berg"),
    LI("c00047", "李伟 Li Wei");

    private static final Set<String> IDS =
            Arrays.stream(values()).map(Regular::id).collect(Collectors.toUnmodifiableSet());

    private final String id;
    private final String title;

    Regular(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The customer numbers of all regulars. */
    public static Set<String> ids() {
        return IDS;
    }

    /** The customer number. */
    public String id() {
        return id;
    }

    /** The name as a page shows it. */
    public String title() {
        return title;
    }
}
