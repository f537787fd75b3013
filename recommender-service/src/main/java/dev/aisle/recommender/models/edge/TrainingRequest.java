package dev.aisle.recommender.models.edge;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The wish to train.
 *
 * @param force go on in spite of failed checks
 * @param reason why; required with force
 * @param file name of a model file in {@code aisle.models.incoming} that was trained outside; without it, training is here
 */
record TrainingRequest(
        @Nullable Boolean force,
        @Nullable String reason,
        @Nullable String file) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    boolean forced() {
        return Boolean.TRUE.equals(force);
    }

    /** Whether the file, if there is one, is named and nothing else. */
    boolean namesAFile() {
        return file == null || NAME.matcher(file).matches();
    }
}
