package dev.aisle.recommender.models.registry;

import java.util.List;

/** What a wish to move a model would do. */
public sealed interface Plan {
    /** These steps, in this order; none when everything is as wished. */
    record Steps(String version, List<Step> steps) implements Plan {
        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /**
     * It may not be.
     *
     * @param kind of the problem, such as {@code learned-from-erased}
     * @param detail why, and what helps
     */
    record Refused(String kind, String detail) implements Plan {}

    /** There is no such model. */
    record Unknown() implements Plan {}
}
