package dev.aisle.recommender.models.gate;

import java.time.Instant;
import java.util.List;

/** Places of lists that were in part left to chance, and what followed: the randomised part of the log. */
@FunctionalInterface
public interface TriedPlaces {
    /**
     * A place of a list.
     *
     * @param list the list that it is of
     * @param history products that the person dealt with before, the oldest first
     * @param size of the list
     * @param propensity the chance that the product came to the place, above 0 and below 1
     * @param taken whether somebody looked at it or ordered it
     */
    record Tried(String list, List<String> history, int size, String productId, double propensity, boolean taken) {
        public Tried {
            history = List.copyOf(history);
        }
    }

    /** Those that were shown from a moment on to people who allow now that models learn from it, the newest first. */
    List<Tried> since(Instant from);
}
