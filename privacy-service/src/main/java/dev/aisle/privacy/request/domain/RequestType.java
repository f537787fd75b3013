package dev.aisle.privacy.request.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a data subject can ask for. */
public enum RequestType {
    /** Forget me. */
    ERASURE;

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
}
