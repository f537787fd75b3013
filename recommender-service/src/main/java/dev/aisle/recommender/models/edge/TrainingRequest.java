package dev.aisle.recommender.models.edge;

import org.jspecify.annotations.Nullable;

/**
 * The wish to train.
 *
 * @param force go on in spite of failed checks
 * @param reason why; required with force
 */
record TrainingRequest(@Nullable Boolean force, @Nullable String reason) {
    boolean forced() {
        return Boolean.TRUE.equals(force);
    }
}
