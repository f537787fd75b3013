package dev.aisle.recommender.models.trainer;

import dev.aisle.recommender.models.checks.TrainingFigures;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what goes by, so that it can be checked by who doesn't hold it. */
public final class FiguresTally {
    private final Set<String> items = new HashSet<>();
    private final Map<String, Long> types = new HashMap<>();
    private @Nullable String person;
    private int people;
    private long interactions;
    private long ofPerson;
    private long ofLargest;
    private long unknown;
    private long newest = Long.MIN_VALUE;

    /**
     * Counts an interaction.
     *
     * @param who did it; the interactions of a person come one after the other
     * @param known whether the catalogue has the product
     * @param type by its name
     * @param time milliseconds since 1970
     */
    public void add(String who, String productId, boolean known, String type, long time) {
        if (!who.equals(person)) {
            person = who;
            people++;
            ofPerson = 0;
        }
        items.add(productId);
        types.merge(type, 1L, Long::sum);
        interactions++;
        ofLargest = Math.max(ofLargest, ++ofPerson);
        unknown += known ? 0 : 1;
        newest = Math.max(newest, time);
    }

    /** What was counted. */
    public TrainingFigures figures() {
        double all = Math.max(1, interactions);
        return new TrainingFigures(
                people,
                items.size(),
                interactions,
                ofLargest / all,
                interactions == 0 ? null : Instant.ofEpochMilli(newest),
                unknown / all,
                types);
    }
}
