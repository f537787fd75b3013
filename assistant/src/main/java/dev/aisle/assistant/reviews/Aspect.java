package dev.aisle.assistant.reviews;

import java.util.Locale;

/** What reviews speak about. */
public enum Aspect {
    QUALITY,
    SIZE,
    LOOK,
    DELIVERY,
    PACKAGING,
    PRICE,
    SERVICE,
    USE,
    TASTE;

    /** As in answers and word lists: {@code quality}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
