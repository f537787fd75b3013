package dev.aisle.ingest.settings.keys;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who holds a write key. A key that a page has shown stays known, so a key never changes its kind. */
enum KeyKind {
    /** Stands in pages and apps, where anybody reads it: its events never link a browser to a customer without a token. */
    PUBLIC,
    /** Held by the shop's servers only: its events link the browser and the customer that they name. */
    SERVER;

    /** The kind of that name in requests, if there is one. */
    public static Optional<KeyKind> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst();
    }

    /** The name in requests and answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
