package dev.aisle.privacy.rights.request.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a data subject can ask for, with the article of the GDPR that grants it. */
public enum RequestType {
    /** Forget me (17). */
    ERASURE,
    /** Show me what you have (15). */
    ACCESS,
    /** Give me what I gave you, in a form that another shop can read (20). */
    PORTABILITY,
    /** Correct what is wrong (16). */
    RECTIFICATION,
    /** Keep it, but don't use it (18). */
    RESTRICTION,
    /** Don't use it for this (21). */
    OBJECTION;

    /** All the names, for an answer to somebody who sent another. */
    public static final String NAMES =
            Arrays.stream(values()).map(RequestType::wireName).collect(Collectors.joining(", "));

    /** The name in requests. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that name, if there is one. */
    public static Optional<RequestType> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(name))
                .findFirst();
    }

    /** Whether its result is an archive that every service contributes to. */
    public boolean isExport() {
        return this == ACCESS || this == PORTABILITY;
    }
}
