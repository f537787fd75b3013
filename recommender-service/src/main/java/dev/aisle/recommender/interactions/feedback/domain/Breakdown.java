package dev.aisle.recommender.interactions.feedback.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what a report is split. */
public enum Breakdown {
    NONE,
    PLACEMENT,
    SOURCE,
    MODEL,
    POSITION,
    PERSONALIZED;

    /** The name in the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name. */
    public static Optional<Breakdown> ofLabel(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }
}
