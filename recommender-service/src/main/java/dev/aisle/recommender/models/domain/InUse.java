package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.flags.GrowthBookHash;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models that an instance answers with at one moment. Immutable: a request takes it once and keeps it to its end.
 *
 * @param serving {@code null} before the first model
 * @param shadow asked beside the others
 */
public record InUse(
        @Nullable TrainedModel serving,
        @Nullable Canary canary,
        @Nullable TrainedModel shadow) {
    /** No model. */
    public static final InUse NONE = new InUse(null, null, null);

    private static final int HASH_VERSION = 2;

    /**
     * A model that answers some.
     *
     * @param percent of the units, 1 … 99
     * @param since when it became one; a later time is another trial
     */
    public record Canary(TrainedModel model, int percent, Instant since) {
        /** Whether it answers a unit. Who is in at a percentage is in at every greater one; each version has other people. */
        boolean answers(String unit) {
            return !unit.isEmpty()
                    && GrowthBookHash.hash(model.version(), unit, HASH_VERSION).orElse(1) < percent / 100.0;
        }
    }

    /**
     * The model that answers a unit.
     *
     * @param unit a pseudonym or a session; empty for nobody in particular, whom the serving model answers
     */
    public @Nullable TrainedModel of(String unit) {
        return canary != null && canary.answers(unit) ? canary.model() : serving;
    }

    /** All of them. */
    public List<TrainedModel> all() {
        return Stream.of(serving, canary == null ? null : canary.model(), shadow)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The same without a canary. */
    public InUse withoutCanary() {
        return new InUse(serving, null, shadow);
    }
}
