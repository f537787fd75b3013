package dev.aisle.recommender.models.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a model stands in its life. */
public enum ModelState {
    /** Trained, and asked by nobody. */
    CANDIDATE,
    /** Asked beside the serving model; nobody sees its answers. */
    SHADOW,
    /** Answers a share of the people. */
    CANARY,
    /** Answers everybody else. */
    SERVING,
    /** Has served; a rollback may lead to it. */
    RETIRED,
    /** Worse than the one that served when it was judged. */
    REFUSED;

    /** The name in the API and the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a name. */
    public static Optional<ModelState> of(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst();
    }

    /** Whether requests are answered with such a model. */
    public boolean asked() {
        return this == SHADOW || this == CANARY || this == SERVING;
    }
}
