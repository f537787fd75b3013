package dev.aisle.platform.person;

import org.jspecify.annotations.Nullable;

/** A pseudonym as the database can hold it: a record with another one must be refused before, or it would be tried for ever. */
final class StorablePseudonym {
    private static final int LONGEST = 200;

    private StorablePseudonym() {}

    /** Why it can't be stored; {@code null} when it can. */
    static @Nullable String violation(String pseudonym) {
        if (pseudonym.isEmpty()) {
            return "pseudonym is missing";
        }
        if (pseudonym.length() > LONGEST) {
            return "pseudonym has more than " + LONGEST + " characters";
        }
        return pseudonym.chars().allMatch(c -> c > ' ') ? null : "pseudonym has a blank or a null character";
    }
}
