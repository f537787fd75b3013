package dev.aisle.recommender.models.domain;

import org.jspecify.annotations.Nullable;

/**
 * The wish to train.
 *
 * @param by client or user of the token, or this service
 * @param forced why to go on in spite of failed checks; {@code null}: don't
 * @param file name of a model file that was trained outside and is to be taken; {@code null}: train here
 */
public record TrainingOrder(
        String by, @Nullable String forced, @Nullable String file) {
    /** Who is named when a training begins by itself. */
    public static final String SERVICE = "recommender-service";

    /** The wish to train here. */
    public TrainingOrder(String by, @Nullable String forced) {
        this(by, forced, null);
    }

    /** A training that is due. */
    public static TrainingOrder scheduled() {
        return new TrainingOrder(SERVICE, null);
    }
}
