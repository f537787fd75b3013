package dev.aisle.recommender.models.domain;

import org.jspecify.annotations.Nullable;

/**
 * The wish to train.
 *
 * @param by client or user of the token, or this service
 * @param forced why to go on in spite of failed checks; {@code null}: don't
 */
public record TrainingOrder(String by, @Nullable String forced) {
    /** Who is named when a training begins by itself. */
    public static final String SERVICE = "recommender-service";

    /** A training that is due. */
    public static TrainingOrder scheduled() {
        return new TrainingOrder(SERVICE, null);
    }
}
