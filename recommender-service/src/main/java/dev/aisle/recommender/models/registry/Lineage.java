package dev.aisle.recommender.models.registry;

import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.ranking.RankerReport;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a model is from. The same interactions, recipe and code give the same model, bit for bit.
 *
 * @param parent the model that served when it was trained
 * @param readAt consents and interactions are those of this moment
 * @param lastInteraction no interaction with a greater number was read
 * @param learnedUntil when the newest interaction happened; {@code null} of models from before the registry
 * @param fingerprint of the data, see {@link dev.aisle.algorithms.artefact.Fingerprint}
 * @param recipe {@code null} of models from before the registry
 * @param parameters of each algorithm, in words
 * @param people whose interactions were learned from
 * @param ranker what orders the candidates of the model and why; {@code null} of models from before there were rankers
 */
public record Lineage(
        UUID training,
        @Nullable String parent,
        Instant trainedAt,
        Instant readAt,
        long lastInteraction,
        @Nullable Instant learnedUntil,
        String fingerprint,
        @Nullable Recipe recipe,
        Map<String, String> parameters,
        long seed,
        String codeVersion,
        int people,
        int items,
        long interactions,
        @Nullable RankerReport ranker) {
    public Lineage {
        parameters = Map.copyOf(parameters);
    }
}
