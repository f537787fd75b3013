package dev.aisle.assistant.knowledge.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what passages are found. */
public enum SearchBy {
    /** Plain BM25 over title, heading and text. */
    WORDS,
    /** The nearest points. */
    MEANING,
    /** Both rankings joined; words that no article has are read as the nearest that one has. */
    BOTH;

    /** The one of a name as in requests. */
    public static Optional<SearchBy> of(String wireName) {
        return Arrays.stream(values())
                .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(wireName))
                .findFirst();
    }
}
