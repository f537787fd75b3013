package dev.aisle.algorithms.privacy;

import java.util.Arrays;

/** How old a person is, as coarse as the law needs it. */
public enum AgeBand {
    /** Needs a parent's consent. */
    CHILD("child"),
    /** Decides alone, except about ads and sale. */
    TEEN("teen"),
    /** Decides alone. */
    ADULT("adult");

    private final String wireName;

    AgeBand(String wireName) {
        this.wireName = wireName;
    }

    /** The name in requests. */
    public String wireName() {
        return wireName;
    }

    /** The band of that name; a name that isn't known gets the strictest band. */
    public static AgeBand ofWireName(String name) {
        return Arrays.stream(values())
                .filter(band -> band.wireName.equals(name))
                .findFirst()
                .orElse(CHILD);
    }
}
